"""What may go wrong: one tree, made by keyword from typed fields.

Any method of a driver may let out `HypervisorUnavailable`, `DriverFailure`, and whatever `HostError` the host's own
services raised into it. Its `@raises` names all the rest.
"""

from dataclasses import dataclass
from typing import ClassVar

from virtapi.flags import Capability
from virtapi.objects.power import PowerState
from virtapi.units import DeviceName, ImageId, InstanceUuid, NodeName, ResourceAmount, ResourceClass, VolumeId
from virtapi.values import FieldError

__all__ = [
    "AwaitedEventFailed",
    "AwaitedEventTimeout",
    "CallCancelled",
    "ConnectionNotSupported",
    "DriverFailure",
    "HostError",
    "HypervisorUnavailable",
    "ImageUnavailable",
    "ImageUnsuitable",
    "InstanceError",
    "InstanceExists",
    "InstanceNotFound",
    "InsufficientResources",
    "InvalidPowerState",
    "NetworkUnavailable",
    "NodeNotFound",
    "NotSupported",
    "PowerOffFailed",
    "TooManyDevices",
    "VirtDriverError",
    "VolumeBusy",
    "VolumeError",
    "VolumeNotAttached",
    "VolumeUnavailable",
]

@dataclass(frozen=True, kw_only=True, eq=False)
class VirtDriverError(FieldError):
    """The root of all that a driver or the host may raise through the interface. It is not raised itself.

    A driver may let out subclasses of its own: plain classes, without fields of their own.
    """

    details: str = ""
    """What else is known, for a person; no program reads it, and no secret stands in it."""

@dataclass(frozen=True, kw_only=True, eq=False)
class HypervisorUnavailable(VirtDriverError):
    """The hypervisor cannot be reached. Any method may let it out.

    State: nothing is known of what was asked for; the host asks again once the hypervisor answers.
    """

    MESSAGE: ClassVar[str] = "the hypervisor cannot be reached"

@dataclass(frozen=True, kw_only=True, eq=False)
class DriverFailure(VirtDriverError):
    """The driver or its hypervisor failed in a way that no other exception names. Any method may let it out.

    State: as the method promises for any exception; where it promises nothing, unknown.
    """

    MESSAGE: ClassVar[str] = "the driver failed"

@dataclass(frozen=True, kw_only=True, eq=False)
class NotSupported(VirtDriverError):
    """The driver does not do what was asked for, whatever the state.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "not supported: {operation}"

    operation: str
    """What was asked for, as `Class.method`."""
    requires: Capability | None = None
    """The flag that a driver needs to offer for it; None where there is none."""
    instead: str = ""
    """What to use instead; empty where there is nothing."""

@dataclass(frozen=True, kw_only=True, eq=False)
class ConnectionNotSupported(NotSupported):
    """The driver cannot use the way in which a volume is connected, although it names the kind.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "volume {volume} is connected in a way that is not supported"

    volume: VolumeId
    """The volume."""

@dataclass(frozen=True, kw_only=True, eq=False)
class CallCancelled(VirtDriverError):
    """The call was cancelled or its deadline has passed, and the driver has stopped working for it.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "the call was cancelled"

@dataclass(frozen=True, kw_only=True, eq=False)
class HostError(VirtDriverError):
    """A service of the host failed. Any method of a driver may let it out when it was raised into it.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "a service of the host failed"

@dataclass(frozen=True, kw_only=True, eq=False)
class AwaitedEventFailed(HostError):
    """Another service reported that an event failed which the driver waited for.

    State: nothing is waited for any more.
    """

    MESSAGE: ClassVar[str] = "an event that instance {instance} waited for has failed: {event}"

    instance: InstanceUuid
    """The instance that the event was about."""
    event: str
    """The kind and the tag of the event."""

@dataclass(frozen=True, kw_only=True, eq=False)
class AwaitedEventTimeout(HostError):
    """Events that the driver waited for have not come in time.

    State: nothing is waited for any more.
    """

    MESSAGE: ClassVar[str] = "instance {instance} waited in vain for: {missing}"

    instance: InstanceUuid
    """The instance that the events were about."""
    missing: frozenset[str]
    """The kinds and tags of those that have not come."""

@dataclass(frozen=True, kw_only=True, eq=False)
class ImageUnavailable(HostError):
    """The image is gone, not ready, or may not be read.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "image {image} is not available"

    image: ImageId
    """The image that was to be read."""

@dataclass(frozen=True, kw_only=True, eq=False)
class ImageUnsuitable(VirtDriverError):
    """The image can be read, and this driver or this instance cannot use it: its format, its size, what it asks for.

    State: nothing of the instance is left behind.
    """

    MESSAGE: ClassVar[str] = "image {image} cannot be used: {reason}"

    image: ImageId
    """The image that was read."""
    reason: str
    """What is wrong with it."""

@dataclass(frozen=True, kw_only=True, eq=False)
class NodeNotFound(VirtDriverError):
    """The driver manages no node of this name.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "node {node} is not managed here"

    node: NodeName
    """The name that was asked for."""

@dataclass(frozen=True, kw_only=True, eq=False)
class InsufficientResources(VirtDriverError):
    """The node has not enough of a resource.

    State: nothing of the instance is left behind.
    """

    MESSAGE: ClassVar[str] = "{needed} of {resource} were needed on node {node}"

    node: NodeName
    """The node that was asked."""
    resource: ResourceClass
    """What there is too little of."""
    needed: ResourceAmount
    """How much was needed, in the unit of the class."""

@dataclass(frozen=True, kw_only=True, eq=False)
class InstanceError(VirtDriverError):
    """Something is wrong with one instance. It is not raised itself."""

    instance: InstanceUuid
    """The instance."""

@dataclass(frozen=True, kw_only=True, eq=False)
class InstanceNotFound(InstanceError):
    """The instance is not on this host.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "instance {instance} is not on this host"

@dataclass(frozen=True, kw_only=True, eq=False)
class InstanceExists(InstanceError):
    """An instance of this uuid or name is on this host already.

    State: the instance that was there is as it was, and nothing of another is left behind.
    """

    MESSAGE: ClassVar[str] = "instance {instance} is on this host already"

@dataclass(frozen=True, kw_only=True, eq=False)
class InvalidPowerState(InstanceError):
    """What was asked for is not possible in the state that the instance is in.

    State: the instance is in that state still.
    """

    MESSAGE: ClassVar[str] = "instance {instance} is {state}"

    state: PowerState
    """The state that the instance is in."""

@dataclass(frozen=True, kw_only=True, eq=False)
class PowerOffFailed(InstanceError):
    """The hypervisor did not stop the guest, not even by force.

    State: the guest may still run.
    """

    MESSAGE: ClassVar[str] = "instance {instance} cannot be powered off"

@dataclass(frozen=True, kw_only=True, eq=False)
class NetworkUnavailable(InstanceError):
    """A virtual interface of the instance cannot be plugged.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "instance {instance} cannot be connected to its networks"

@dataclass(frozen=True, kw_only=True, eq=False)
class TooManyDevices(InstanceError):
    """The instance has as many disks as the hypervisor can give it.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "instance {instance} cannot have another device"

@dataclass(frozen=True, kw_only=True, eq=False)
class VolumeError(InstanceError):
    """Something is wrong between one instance and one volume. It is not raised itself."""

    volume: VolumeId
    """The volume."""

@dataclass(frozen=True, kw_only=True, eq=False)
class VolumeUnavailable(VolumeError):
    """The storage behind a volume cannot be reached from this host.

    State: the instance is as it was, and this host is not connected to the volume.
    """

    MESSAGE: ClassVar[str] = "volume {volume} cannot be reached for instance {instance}"

@dataclass(frozen=True, kw_only=True, eq=False)
class VolumeNotAttached(VolumeError):
    """The volume is not attached to the instance.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "volume {volume} is not attached to instance {instance}"

@dataclass(frozen=True, kw_only=True, eq=False)
class VolumeBusy(VolumeError):
    """The guest does not let go of the volume.

    State: the volume is attached still.
    """

    MESSAGE: ClassVar[str] = "volume {volume} is in use by instance {instance}"

    device: DeviceName | None = None
    """The name of the disk in the guest, where it is known."""
