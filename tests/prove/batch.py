"""Many small changes proved together: mypy is run once a side for all of them, each under a package name of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.typing_of_pairs import mypys_cache
from virtapi_analyzer import rules
from virtapi_analyzer.compare.pairs import compare
from virtapi_analyzer.compare.types import renamed, typed
from virtapi_analyzer.interface.library import module_name
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.record import Read
from virtapi_analyzer.interface.tree import Tree
from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.proof import Proof
from virtapi_analyzer.policy.claims import claims
from virtapi_analyzer.prove.proving import Draft, draft, settle
from virtapi_analyzer.prove.spelling import Versions

PACKAGE = "pkg"
Files = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Two versions of the package `pkg`, by file, and what drivers implement there."""

    name: str
    old: Files
    new: Files
    driver_interfaces: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """One breaking finding of a step for one audience, and what became of its proof."""

    step: str
    change: Change
    proof: Proof

    @property
    def told(self) -> str:
        """It in words."""
        witness = f"\n{self.proof.witness}" if self.proof.witness else ""
        return (
            f"{self.step}: {self.change.rule} at {self.change.path}, {self.proof.audience.value}: "
            f"{self.proof.status.value}, {self.proof.answer}{witness}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    tree: Tree
    interface: Interface


def proved(steps: Iterable[Step]) -> tuple[Proved, ...]:
    """Every breaking finding of every step, with its proof."""
    sides = [(step, _side(step, step.old, n), _side(step, step.new, n)) for n, step in enumerate(steps)]
    old, new = (_merged([each[place].tree for each in sides]) for place in (1, 2))
    pairs = [compare(before.interface, after.interface) for _, before, after in sides]
    flat = iter(typed([pair for each in pairs for pair in each], old, new, cache=mypys_cache()).pairs)
    drafts: list[tuple[str, Change, Draft]] = []
    for (step, before, after), some in zip(sides, pairs, strict=True):
        told = [next(flat) for _ in some]
        versions = Versions(
            old=before.interface,
            new=after.interface,
            modules=frozenset(map(module_name, before.tree.files)),
            renamed=renamed(told),
        )
        for change in rules.changes(told):
            made = (draft(claim, versions) for claim in claims(change, before.interface.classes))
            drafts += [(step.name, change, each) for each in made]
    files = [{file: data.decode() for file, data in side.files.items()} for side in (old, new)]
    proofs = settle([each for _, _, each in drafts], *files, cache=mypys_cache() / "proofs")
    return tuple(
        Proved(step=name, change=change, proof=proof) for (name, change, _), proof in zip(drafts, proofs, strict=True)
    )


def _side(step: Step, files: Files, number: int) -> _Side:
    package = f"{PACKAGE}_{number}"
    contents = {
        _renamed(f"{PACKAGE}/{path}", package): _renamed(text, package).encode() for path, text in files.items()
    }
    tree = Tree(label="tree", files=frozenset(contents), read=contents.__getitem__, locate=lambda path: path)
    interface = read_interface(
        tree,
        package=package,
        driver_interfaces=tuple(_renamed(each, package) for each in step.driver_interfaces),
        flags=tuple(_renamed(each, package) for each in step.flags),
    )
    return _Side(tree=tree, interface=interface)


def _renamed(text: str, package: str) -> str:
    return re.sub(rf"\b{PACKAGE}\b", package, text)


def _merged(trees: Sequence[Tree]) -> Read:
    files = dict(_read(trees))
    tree = Tree(label="tree", files=frozenset(files), read=files.__getitem__, locate=lambda path: path)
    return Read(tree=tree, files=files)


def _read(trees: Sequence[Tree]) -> Iterator[tuple[str, bytes]]:
    for tree in trees:
        for file in tree.files:
            yield file, tree.read(file)
