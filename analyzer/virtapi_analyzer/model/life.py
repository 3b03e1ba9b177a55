"""The life of an element: what every release had of it, and what the tree has."""

from dataclasses import dataclass

from virtapi_analyzer.model.contract import Contract, Superseded
from virtapi_analyzer.model.element import Element
from virtapi_analyzer.model.part import Part


def line_of(release: str) -> str:
    """The release that a point release goes with: `2026.1` of `2026.1.3`."""
    return ".".join(release.split(".")[:2])


def is_point(release: str) -> bool:
    """Whether a release is one on the line of another (`2026.1.3`), with which it must be equivalent.

    `1.2.0` is the first of its line.
    """
    return any(number != "0" for number in release.split(".")[2:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What one release had of an element, None where it did not have it."""

    release: str
    element: Element | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """What an element says that supersedes it: its path, itself (None where there is none), the release that brought
    it (None: none has yet), and whether something supersedes it in turn."""

    path: str
    element: Element | None
    brought: str | None

    @property
    def superseded(self) -> bool:
        """Whether something supersedes it in turn."""
        return self.element is not None and self.element.contract.superseded is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Life(Part[Element]):
    """An element that the tree has, and what the releases before it had, oldest first.

    `release` is what the tree will become, None where nothing says so. `owner_brought` is the release that brought the
    class around it, which brought its members too; None where there is no class, or where the tree brings it.
    `marked` says that there is a place for `since` on it.
    """

    stages: tuple[Stage, ...]
    release: str | None
    successor: Successor | None = None
    in_class: bool = False
    owner_brought: str | None = None
    marked: bool = True

    @property
    def superseded(self) -> Superseded | None:
        """What the tree says of its end."""
        return self.element.contract.superseded

    @property
    def brought(self) -> str | None:
        """The release from which on it was always there, None where the tree brings it."""
        found = None
        for stage in reversed(self.stages):
            if stage.element is None:
                break
            found = stage.release
        return found

    @property
    def first(self) -> str | None:
        """The first release of all; None before it."""
        return self.stages[0].release if self.stages else None

    @property
    def announced(self) -> str | None:
        """The release that first shipped it with its end announced, without taking that back; None: none has yet."""
        found = None
        for stage in reversed(self.stages):
            if stage.element is None or stage.element.contract.superseded is None:
                break
            found = stage.release
        return found

    @property
    def lines(self) -> tuple[str, ...]:
        """The releases before, but for those that a point release of theirs follows."""
        last = {line_of(stage.release): stage.release for stage in self.stages}
        return tuple(last.values())

    @property
    def buried(self) -> tuple[str, Contract] | None:
        """The last release that had it, where later ones did not, and what that said of it."""
        for place in range(len(self.stages) - 1, 0, -1):
            gone, before = self.stages[place], self.stages[place - 1]
            if gone.element is None and before.element is not None:
                return before.release, before.element.contract
        return None
