"""One edit of a package, and what must be found for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tests.properties.comparing import broken
from tests.properties.descriptions import (
    Choice,
    Class,
    Data,
    Definition,
    Field,
    Package,
    Part,
    Property,
)
from tests.properties.harm import BREAKS, NOT, Harm
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.interface import Flow


@dataclass(frozen=True, slots=True)
class Edit:
    """In the definition named `where`, `new` takes the place of the part with that name; without a part, the place of
    the definition itself. None: it goes. Where the edit `drops` an export, all stays in its place.

    At `path` at least `host` and `driver` must be found. `consequences` are elements whose text the edit changes in
    passing, so that something may be found there. `unmade` are classes without a role of which no object can be made
    any more, which breaks the host: it must be found at a class.
    """

    kind: str
    where: str
    part: str | None
    new: Part | Definition | None
    path: str
    host: Severity
    driver: Severity
    consequences: tuple[str, ...] = ()
    drops: Literal["export", "re-export"] | None = None
    unmade: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.kind} at {self.path}: host {self.host}, driver {self.driver}"

    def __call__(self, package: Package) -> Package:
        """The package after this edit."""
        if self.drops == "export":
            return replace(package, hidden=(*package.hidden, self.where))
        if self.drops == "re-export":
            return replace(package, reexported=tuple(name for name in package.reexported if name != self.where))
        if self.part is None:
            assert not isinstance(self.new, Property | Field)
            return package.with_definition(self.where, self.new)
        assert self.new is None or isinstance(self.new, Part)
        return package.with_part(self.where, self.part, self.new)

    @property
    def breaks(self) -> frozenset[str]:
        """The audiences that it breaks."""
        return broken(BREAKS if self.unmade else self.host, self.driver)

    @property
    def harms(self) -> bool:
        """Whether anybody has to be told."""
        return max(self.host, self.driver) > NOT

    def apart(self, other: "Edit") -> bool:
        """Whether the two change different elements."""
        return self.where != other.where or (None not in (self.part, other.part) and self.part != other.part)

    @property
    def paths(self) -> tuple[str, ...]:
        """The element that changes, under its old name and under its new one."""
        if self.new is None:
            return (self.path,)
        return (self.path, self.new.name if self.part is None else f"{self.where}.{self.new.name}")

    def touches(self, path: str) -> bool:
        """Whether the element that was found is one that this edit changes, directly or in passing."""
        own = (*self.paths, *self.consequences, *self.unmade)
        return any(path == each or path.startswith((f"{each}.", f"{each}(")) for each in own)


def audiences(definition: Definition, harm: Harm) -> tuple[Severity, Severity]:
    """The harm for the host, and for a driver.

    Drivers implement a driver's class and the host calls it; what flows to the host is made by drivers and read by the
    host. What has neither role nor flow has callers alone, and these are the host's.
    """
    making, using = max(harm.implementer, harm.producer), max(harm.caller, harm.consumer)
    match definition:
        case Class(role=Role.DRIVER) | Data(flow=Flow.TO_HOST) | Choice(flow=Flow.TO_HOST):
            return using, making
        case Class(role=Role.HOST) | Data(flow=Flow.TO_DRIVER) | Choice(flow=Flow.TO_DRIVER):
            return making, using
        case Data(flow=flow) | Choice(flow=flow) if flow:
            return max(making, using), max(making, using)
        case _:
            return max(using, harm.producer), NOT


def after(package: Package, chosen: Sequence[Edit]) -> Package:
    """The package after all the edits, which are apart from one another."""
    for edit in chosen:
        package = edit(package)
    return package


def whole(
    kind: str, old: Definition, new: Definition | None, harm: Harm, at: str = "", consequences: tuple[str, ...] = ()
) -> Edit:
    """An edit that puts a definition in the place of another."""
    host, driver = audiences(old, harm)
    return Edit(kind, old.name, None, new, f"{old.name}{at}", host, driver, consequences)


def part(kind: str, owner: Definition, name: str, new: Part | None, harm: Harm) -> Edit:
    """An edit of one part of a definition."""
    host, driver = audiences(owner, harm)
    return Edit(kind, owner.name, name, new, f"{owner.name}.{name}", host, driver)
