"""An interface: one version of a typed package, read."""

from collections.abc import Mapping
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
        to_drivers, to_hosts = self.value & Flow.TO_DRIVER.value, self.value & Flow.TO_HOST.value
        return Flow(to_drivers << 1 | to_hosts >> 1)

    @property
    def weakened(self) -> "Flow":
        """The same, none of it surely."""
        return self & (Flow.PERHAPS_TO_DRIVER | Flow.PERHAPS_TO_HOST)

    @property
    def sure(self) -> "Flow":
        """Without what travels only perhaps."""
        found = Flow.NOWHERE
        for way in (Flow.TO_DRIVER, Flow.TO_HOST):
            found |= way if way in self else Flow.NOWHERE
        return found

    def along(self, way: "Flow") -> "Flow":
        """What becomes of something that goes this way, where whatever goes to drivers goes `self`."""
        if (self.value, way.value) not in _ALONG:
            back = self.mirrored
            turned = ((Flow.TO_DRIVER, self), (Flow.TO_HOST, back))
            perhaps = ((Flow.PERHAPS_TO_DRIVER, self.weakened), (Flow.PERHAPS_TO_HOST, back.weakened))
            found = (each for taken, each in (*turned, *perhaps) if taken in way)
            _ALONG[self.value, way.value] = reduce(or_, found, Flow.NOWHERE)
        return _ALONG[self.value, way.value]


_ALONG: dict[tuple[int, int], Flow] = {}
"""What `along` has worked out: it is asked for every type, and there are few answers."""


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
