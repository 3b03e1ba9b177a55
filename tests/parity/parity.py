"""Does griffe's own comparison report anything that we do not?

`python -m tests.parity.parity` makes every comparison, prints the page and ends with 1 where a report of griffe has
neither a finding of ours nor an entry in `unreported.toml`, or an entry explains nothing; `--write` also writes the
page beside this file. What needs the shared data or the package index is left out where they are absent.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.corpus.cases import read_cases
from tests.history.page import table
from tests.measured import publish, unreachable
from tests.parity.comparisons import Comparison, answered, between_baselines, between_novas, in_corpus
from tests.parity.listed import Key, read_reasons, stale, unexplained
from tests.parity.matching import Answer
from tests.shared import ABSENT, SHARED
from virtapi_analyzer.model.errors import AnalyzerError, SourceError

PAGE = Path(__file__).parent / "README.md"

_INTRODUCTION = """\
# What griffe reports

Written by `nox -s corpus -- --write`; not edited by hand.

Griffe, which reads interfaces for us, has a comparison of its own. Everything that it reports between two neighbouring
baselines, between releases of Nova's driver interface and in the cases of the corpus is held against our findings, by
the path of the element. What we do not report stands in `unreported.toml`, with the reason."""

Answered = Mapping[str, Sequence[Answer]]
"""What griffe reports in each comparison, each report with what we say of it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; the exit status."""
    parser = argparse.ArgumentParser(description="Hold what griffe reports against our findings.")
    parser.add_argument("--write", action="store_true", help=f"write the page to {PAGE.name} beside this file")
    options = parser.parse_args(arguments)
    try:
        everything, complete = gather()
    except AnalyzerError as error:
        print(f"parity: {error}", file=sys.stderr)
        return 2
    text = page(everything, read_reasons())
    if complete:
        publish("parity", PAGE, text, write=options.write)
    else:  # not all that the page tells of could be compared here
        print(text)
    open_ends = wrong(everything)
    for end in open_ends:
        print(f"parity: {end}", file=sys.stderr)
    return 1 if open_ends else 0


def gather() -> tuple[Answered, bool]:
    """Every comparison that can be made here, and whether these are all. Raises what `virtapi_analyzer.diff` raises."""
    everything = {comparison.name: answered(comparison) for comparison in between_baselines()}
    complete = True
    try:
        everything |= {comparison.name: answered(comparison) for comparison in between_novas()}
    except SourceError as error:
        if not unreachable(error):
            raise
        print(f"parity: without Nova, {error}")
        complete = False
    if not SHARED.is_dir():
        print(f"parity: without the corpus, {ABSENT}")
        return everything, False
    return everything | {comparison.name: answered(comparison) for comparison in corpus()}, complete


def corpus() -> Iterator[Comparison]:
    """The cases of the corpus."""
    return map(in_corpus, read_cases(SHARED / "corpus"))


def wrong(everything: Answered) -> list[str]:
    """What is unexplained, and what is explained for nothing."""
    answers = [answer for each in everything.values() for answer in each]
    reasons = read_reasons()
    return [*unexplained(answers, reasons), *stale(answers, reasons, compared=everything.keys())]


def page(everything: Answered, reasons: Mapping[Key, str]) -> str:
    """The whole page, as Markdown."""
    shown = {name: answers for name, answers in everything.items() if not name.startswith("corpus ")}
    cases = [answer for name, answers in everything.items() if name not in shown for answer in answers]
    total = [(name, len(answers), _said(answers)) for name, answers in shown.items()]
    total.append(("the cases of the corpus", len(cases), _said(cases)))
    return "\n\n".join([
        _INTRODUCTION,
        table(("comparison", "griffe reports", "of these, we do"), total),
        "## One by one",
        table(("comparison", "griffe", "at", "we"), _rows(shown)),
        "## Not reported",
        "\n".join(f"- {comparison}, {kind} `{path}`: {why}" for (comparison, kind, path), why in reasons.items()),
    ]) + "\n"  # fmt: skip


def _said(answers: Iterable[Answer]) -> int:
    return sum(bool(answer.findings) for answer in answers)


def _rows(shown: Answered) -> Iterator[tuple[str, str, str, str]]:
    for name, answers in shown.items():
        for answer in answers:
            findings = dict.fromkeys(f"{finding.rule} at `{_last(finding.path)}`" for finding in answer.findings)
            yield name, answer.reported.kind, f"`{_last(answer.reported.path)}`", ", ".join(findings) or "nothing"


def _last(path: str) -> str:
    return path.rpartition(".")[2]


if __name__ == "__main__":
    sys.exit(main())
