"""Every case of the corpus: do we say whom the change breaks, and is it proved?

`python tests/corpus/corpus.py` compares the two versions of every case, prints the page and ends with 1 where a target
is missed; `--write` also writes the page beside this file. Without the shared data it says so and ends with 0.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.corpus.cases import Case, read_cases
from tests.corpus.figures import Outcome, missed
from tests.corpus.page import page
from tests.corpus.proofs import missed_proofs, proofs, section
from tests.corpus.verdicts import griffes, ours
from tests.measured import publish
from tests.prove.batch import Proved
from tests.shared import ABSENT, SHARED
from virtapi_analyzer.model.errors import AnalyzerError

CASES = SHARED / "corpus"
PAGE = Path(__file__).parent / "README.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; the exit status."""
    parser = argparse.ArgumentParser(description="Hold changes whose truth is known against the findings.")
    parser.add_argument("--write", action="store_true", help=f"write the page to {PAGE.name} beside this file")
    options = parser.parse_args(arguments)
    if not CASES.is_dir():
        print(f"corpus: skipped, {ABSENT}")
        return 0
    try:
        cases = read_cases(CASES)
        outcomes, found = judged(cases), proofs(cases)
    except AnalyzerError as error:
        print(f"corpus: {error}", file=sys.stderr)
        return 2
    return tell(outcomes, found, write=options.write)


def judged(cases: Iterable[Case]) -> tuple[Outcome, ...]:
    """Every case with the two verdicts. Raises what `virtapi_analyzer.diff` raises."""
    return tuple(Outcome(case=case, ours=ours(case), griffe=griffes(case)) for case in cases)


def tell(outcomes: Sequence[Outcome], found: Sequence[Proved], *, write: bool) -> int:
    """Print the page and what is missed; the exit status."""
    publish("corpus", PAGE, f"{page(outcomes)}\n{section(found)}\n", write=write)
    targets = [*missed(outcomes), *missed_proofs(found)]
    for target in targets:
        print(f"corpus: missed, {target}", file=sys.stderr)
    return 1 if targets else 0


if __name__ == "__main__":
    sys.exit(main())
