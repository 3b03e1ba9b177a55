"""The proof of a rule's own example."""

from collections.abc import Iterator

from virtapi_analyzer.compare.pairs import compare
from virtapi_analyzer.compare.types import typed
from virtapi_analyzer.interface.cache import cache_folder
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.record import held
from virtapi_analyzer.interface.tree import Tree, silent
from virtapi_analyzer.model.proof import Proof, Status
from virtapi_analyzer.rules import changes
from virtapi_analyzer.rules.declaration import Hit, Rule, Sources
from virtapi_analyzer.rules.prelude import PRELUDE
from virtapi_analyzer.use_cases.opening import Progress
from virtapi_analyzer.use_cases.proving import proved

PACKAGE = "pkg"


def demonstrated(rule: Rule, progress: Progress = silent) -> tuple[Proof, ...]:
    """The proofs of the first example that has one, one for each audience that it breaks; nothing where none has."""
    for example in rule.examples:
        if isinstance(example, Hit):
            progress(f"proving an example of {rule.id}")
            found = tuple(_proofs(rule, example))
            if any(proof.status is Status.PROVED for proof in found):
                return found
    return ()


def _proofs(rule: Rule, example: Hit) -> Iterator[Proof]:
    before, after = (held(_tree(sources)) for sources in (example.old, example.new))
    old, new = (read_interface(side.tree, package=PACKAGE) for side in (before, after))
    told = typed(compare(old, new), before, after, cache=cache_folder() / "types")
    mine = [change for change in changes(told.pairs) if change.rule == rule.id]
    for change in proved(mine, told.pairs, old, new, before, after)[:1]:
        yield from change.proofs


def _tree(sources: Sources) -> Tree:
    files = {"__init__.pyi": sources} if isinstance(sources, str) else sources
    contents = {f"{PACKAGE}/{file}": (PRELUDE + text).encode() for file, text in files.items()}
    return Tree(
        label="example", files=frozenset(contents), read=contents.__getitem__, locate=lambda file: file, digest=None
    )
