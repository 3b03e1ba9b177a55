"""An interface: one version of a typed package, read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Flag
from functools import reduce
from operator import or_

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Class, Module


class Flow(Flag):
    """Which way the values of a type travel.

    What travels surely travels perhaps as well. *Perhaps* is the way back: whoever gets a container, or an object
    whose fields can be set, may put values of his own there.
    """

    NOWHERE = 0
    PERHAPS_TO_DRIVER = 0b0001
    PERHAPS_TO_HOST = 0b0010
    TO_DRIVER = 0b0101
    TO_HOST = 0b1010

    @property
    def mirrored(self) -> "Flow":
        """The other way."""
        ways = ((Flow.PERHAPS_TO_DRIVER, Flow.PERHAPS_TO_HOST), (Flow.TO_DRIVER, Flow.TO_HOST))
        both = (*ways, *((back, way) for way, back in ways))
        return _joined(back for way, back in both if way in self)

    @property
    def weakened(self) -> "Flow":
        """The same, none of it surely."""
        return self & (Flow.PERHAPS_TO_DRIVER | Flow.PERHAPS_TO_HOST)

    @property
    def sure(self) -> "Flow":
        """Without what travels only perhaps."""
        return _joined(way for way in (Flow.TO_DRIVER, Flow.TO_HOST) if way in self)

    def along(self, way: "Flow") -> "Flow":
        """What becomes of something that goes this way, where whatever goes to drivers goes `self`."""
        turned = ((Flow.TO_DRIVER, self), (Flow.TO_HOST, self.mirrored))
        perhaps = ((Flow.PERHAPS_TO_DRIVER, self.weakened), (Flow.PERHAPS_TO_HOST, self.mirrored.weakened))
        return _joined(found for each, found in (*turned, *perhaps) if each in way)


def _joined(flows: Iterable[Flow]) -> Flow:
    return reduce(or_, flows, Flow.NOWHERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """One version of a package, as far as it was asked for and what that reaches.

    `label` is what reports call it. `classes` holds every class that was reached, by path, exported or not. `roles`
    holds for each class who implements it (its own role and those of its subclasses here, since their drivers
    override what it defines). `skipped` names the files that could not be read and that nothing reaches.
    """

    package: str
    label: str
    modules: Mapping[str, Module]
    classes: Mapping[str, Class]
    roles: Mapping[str, frozenset[Role]]
    skipped: tuple[str, ...] = ()
