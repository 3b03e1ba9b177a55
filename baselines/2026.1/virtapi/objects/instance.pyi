"""An instance as its host knows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from annotated_types import MinLen

from virtapi.objects.flavor import Flavor
from virtapi.units import InstanceUuid, NodeName, ProjectId, UserId

__all__ = ["Instance"]

@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A virtual machine that a user owns and a host looks after."""

    uuid: InstanceUuid
    """What names it, for its whole life and on every host."""
    name: Annotated[str, MinLen(1)]
    """The name that its host gives it, unique on the host; hypervisors show it."""
    node: NodeName
    """The node that it is on, or will be."""
    project: ProjectId
    """The project that owns it."""
    owner: UserId
    """The user who made it."""
    flavor: Flavor
    """How large it is."""
    display_name: str = ""
    """What its owner calls it."""
    hostname: str = ""
    """What it calls itself; empty: it is not told."""
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    """What its owner has noted on it, by name."""
