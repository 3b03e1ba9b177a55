"""What does not work on the imagined hypervisor."""

from dataclasses import dataclass, field
from uuid import UUID

from virtapi.units import InstanceUuid, NodeName, VifId


@dataclass(kw_only=True)
class Faults:
    """What does not work. Nothing of it is there at the beginning."""

    unreachable: bool = False
    """The hypervisor does not answer."""
    stubborn: set[InstanceUuid] = field(default_factory=set[InstanceUuid])
    """Guests that cannot be stopped."""
    clinging: set[UUID] = field(default_factory=set[UUID])
    """Volumes, virtual interfaces and shares that are not let go."""
    deaf: set[InstanceUuid] = field(default_factory=set[InstanceUuid])
    """Guests in which no agent answers."""
    restless: set[InstanceUuid] = field(default_factory=set[InstanceUuid])
    """Guests whose agent fails to hold the file systems still, or to let them go."""
    picky: set[InstanceUuid] = field(default_factory=set[InstanceUuid])
    """Guests that take no password."""
    busy: set[InstanceUuid] = field(default_factory=set[InstanceUuid])
    """Guests that change their memory faster than it can be copied."""
    lost: set[UUID] = field(default_factory=set[UUID])
    """Volumes and shares that cannot be reached."""
    spoilt: set[InstanceUuid] = field(default_factory=set[InstanceUuid])
    """Guests of which what is kept to go back is not whole."""
    unwired: set[VifId] = field(default_factory=set[VifId])
    """Virtual interfaces that cannot be plugged."""
    cut: set[tuple[NodeName, NodeName]] = field(default_factory=set[tuple[NodeName, NodeName]])
    """Machines between which no disk arrives."""
