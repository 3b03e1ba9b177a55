"""Two interfaces side by side, with what the pairs of both carry: who implements a class, and which way it flows."""

from collections.abc import Mapping
from dataclasses import dataclass

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.interface import Flow, Interface


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The old and the new interface; `old_flows` and `new_flows` say which way the values of each class travel."""

    old: Interface
    new: Interface
    old_flows: Mapping[str, Flow]
    new_flows: Mapping[str, Flow]

    def roles(self, *paths: str) -> frozenset[Role]:
        """Who implements these classes, on either side."""
        sides = (self.old.roles, self.new.roles)
        return frozenset(role for roles in sides for path in paths for role in roles.get(path, ()))

    def flow(self, *paths: str) -> Flow:
        """Which way the values of these classes travel, on either side."""
        found = Flow.NOWHERE
        for path in paths:
            found |= self.old_flows.get(path, Flow.NOWHERE) | self.new_flows.get(path, Flow.NOWHERE)
        return found

    def exported_classes(self) -> frozenset[str]:
        """The classes, of either side, that a public module exports."""
        return frozenset(path for side in (self.old, self.new) for path in side.classes if exported(side, path))


def exported(side: Interface, path: str) -> bool:
    """Whether a module exports what stands at a path, there."""
    module, _, name = path.rpartition(".")
    return module in side.modules and name in side.modules[module].names
