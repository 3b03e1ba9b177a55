"""From two descriptions to what is found between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from hypothesis import note

from tests.properties.descriptions import Package
from tests.properties.rendering import PLAIN, PRELUDE, PRIVATE_BASE, Spelling, render
from virtapi_analyzer import rules
from virtapi_analyzer.compare.pairs import compare
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.sources import Tree
from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.policy.audiences import audiences


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: `path` without the module that exports the element, `renamed` its new name."""

    rule: str
    path: str
    host: Severity
    driver: Severity
    change: Change

    @property
    def element(self) -> str:
        """The path without the parameter."""
        return self.path.partition("(")[0]

    @property
    def breaks(self) -> frozenset[str]:
        """The audiences that it breaks."""
        return broken(self.host, self.driver)

    @property
    def renamed(self) -> str | None:
        """The path under the new name, where this says that something was renamed."""
        return local(new) if (new := getattr(self.change.pair, "renamed", None)) else None

    def __str__(self) -> str:
        return f"{self.rule} at {self.path}: host {self.host}, driver {self.driver}: {self.change.message}"


def broken(host: Severity, driver: Severity) -> frozenset[str]:
    """The audiences for which a change with these severities is breaking."""
    sides = {"host": host, "driver": driver}
    return frozenset(side for side, severity in sides.items() if severity is Severity.BREAKING)


def local(path: str) -> str:
    """A path without its module: names are unique in a package. What a private base defines is told there, and
    belongs to the one class below it."""
    for module in ("pkg.", "_root.", "_sub.", "sub."):
        path = path.removeprefix(module)
    return path.removeprefix(PRIVATE_BASE)


def interface(files: Mapping[str, str]) -> Interface:
    """What we read in the files of `pkg`."""
    return _read(tuple(files.items()))


@lru_cache(maxsize=8)
def _read(files: tuple[tuple[str, str], ...]) -> Interface:
    contents = {f"pkg/{path}": text.encode() for path, text in files}
    tree = Tree(label="pkg", files=frozenset(contents), read=contents.__getitem__, locate=str)
    return read_interface(tree, package="pkg")


def show(package: Package, spelling: Spelling = PLAIN) -> None:
    """Let Hypothesis print the texts of a counterexample."""
    for path, text in render(package, spelling).items():
        note(f"# {path}\n{text.removeprefix(PRELUDE)}")


def between(old: Package, new: Package, first: Spelling = PLAIN, second: Spelling = PLAIN) -> tuple[Found, ...]:
    """Everything that is found between two descriptions, in these spellings."""
    sides = [interface(render(side, spelling)) for side, spelling in ((old, first), (new, second))]
    return tuple(
        Found(change.rule, local(change.path), *audiences(change), change)
        for change in rules.changes(compare(sides[0], sides[1]))
    )
