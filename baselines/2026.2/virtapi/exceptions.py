# Produced from exceptions.pyi by `virtapi runtime`; not to be edited.
"""What may go wrong: one tree, made by keyword from typed fields.

Any method of a driver may let out `HypervisorUnavailable`, `DriverFailure`, and whatever `HostError` the host's own
services raised into it. Its `@raises` names all the rest. Asked what it offers (`DriverBase.capabilities`,
`DriverBase.offers`, `Ability.offered_by`) a driver lets out nothing at all.
"""

from __future__ import annotations

from typing import ClassVar

from virtapi.contract import implicit
from virtapi.flags import Capability
from virtapi.objects.power import PowerState
from virtapi.units import (
    DeviceName,
    ImageId,
    InstanceUuid,
    NodeName,
    ProviderUuid,
    ResourceAmount,
    ResourceClass,
    SecretId,
    ShareId,
    VifId,
    VolumeId,
)
from virtapi.values import FieldError, check_fields, raisable

__all__ = [
    "AwaitedEventFailed",
    "AwaitedEventTimeout",
    "CallCancelled",
    "ConnectionNotSupported",
    "ConsolePortsExhausted",
    "ConsoleUnavailable",
    "DeviceUnavailable",
    "DriverFailure",
    "EncryptionNotSupported",
    "GuestAgentUnavailable",
    "HardwareNotSupported",
    "HostError",
    "HypervisorUnavailable",
    "ImageCorrupt",
    "ImageUnavailable",
    "ImageUnsuitable",
    "ImageUntrusted",
    "ImageUploadFailed",
    "InstanceError",
    "InstanceExists",
    "InstanceGone",
    "InstanceNotFound",
    "InsufficientResources",
    "InterfaceBusy",
    "InterfaceError",
    "InterfaceNotAttached",
    "InvalidPowerState",
    "MigrationError",
    "MigrationFailed",
    "MigrationImpossible",
    "MigrationNotRunning",
    "NetworkUnavailable",
    "NodeDisabled",
    "NodeNotFound",
    "NotSupported",
    "PasswordRejected",
    "PowerOffFailed",
    "ProviderUpdateFailed",
    "QuiesceFailed",
    "ReshapeFailed",
    "ReshapeNeeded",
    "SecretForbidden",
    "SecretNotFound",
    "ServiceUnavailable",
    "ShareBusy",
    "ShareError",
    "ShareExportNotSupported",
    "ShareUnavailable",
    "TooManyDevices",
    "VirtDriverError",
    "VolumeBusy",
    "VolumeError",
    "VolumeNotAttached",
    "VolumeUnavailable",
]


@raisable
class VirtDriverError(FieldError):
    """The root of all that a driver or the host may raise through the interface. It is not raised itself.

    A driver may let out subclasses of its own: plain classes, without fields of their own.
    """

    details: str = ""
    """What else is known, for a person; no program reads it, and no secret stands in it."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@implicit
@raisable
class HypervisorUnavailable(VirtDriverError):
    """The hypervisor cannot be reached, or the node that is meant: it is off, or does not answer. Any method may let it
    out, but for the questions about abilities.

    State: nothing is known of what was asked for; the host asks again once the hypervisor answers.
    """

    MESSAGE: ClassVar[str] = "the hypervisor cannot be reached"


@implicit
@raisable
class DriverFailure(VirtDriverError):
    """The driver or its hypervisor failed in a way that no other exception names. Any method may let it out.

    State: as the method promises for any exception; where it promises nothing, unknown.
    """

    MESSAGE: ClassVar[str] = "the driver failed"


@raisable
class CallCancelled(VirtDriverError):
    """The call was cancelled or its deadline has passed, and the driver has stopped working for it.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "the call was cancelled"


@raisable
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


@raisable
class ConnectionNotSupported(NotSupported):
    """The driver cannot use the way in which a volume is connected, although it names the kind.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "volume {volume} is connected in a way that is not supported"

    volume: VolumeId
    """The volume."""


@raisable
class EncryptionNotSupported(NotSupported):
    """The driver cannot use the way in which a disk or a volume is encrypted.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "encrypted in a way that is not supported: {reason}"

    reason: str
    """What of it is not supported."""
    volume: VolumeId | None = None
    """The volume; None: it is a disk on the node."""


@raisable
class ShareExportNotSupported(NotSupported):
    """The driver cannot use the way in which a share is exported, although it names the kind.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "share {share} is exported in a way that is not supported"

    share: ShareId
    """The share."""


@implicit
@raisable
class HostError(VirtDriverError):
    """A service of the host failed. Any method of a driver may let it out when it was raised into it.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "a service of the host failed"


@raisable
class ServiceUnavailable(HostError):
    """A service that the host asks on behalf of the driver cannot be reached, or has failed.

    State: nothing is known of what was asked for.
    """

    MESSAGE: ClassVar[str] = "the {service} service failed"

    service: str
    """What it is for, such as `image`, `network` or `volume`."""


@raisable
class AwaitedEventFailed(HostError):
    """Another service reported that an event failed which the driver waited for.

    State: nothing is waited for any more.
    """

    MESSAGE: ClassVar[str] = "an event that instance {instance} waited for has failed: {event}"

    instance: InstanceUuid
    """The instance that the event was about."""
    event: str
    """The kind and the tag of the event."""


@raisable
class AwaitedEventTimeout(HostError):
    """Events that the driver waited for have not come in time.

    State: nothing is waited for any more.
    """

    MESSAGE: ClassVar[str] = "instance {instance} waited in vain for: {missing}"

    instance: InstanceUuid
    """The instance that the events were about."""
    missing: frozenset[str]
    """The kinds and tags of those that have not come."""


@raisable
class ImageUnavailable(HostError):
    """The image is gone, not ready, or may not be read.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "image {image} is not available"

    image: ImageId
    """The image that was to be read or filled."""


@raisable
class ImageCorrupt(HostError):
    """The data of an image is not what the image service says that it is: its size or its checksum is another.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "image {image} is corrupt: {reason}"

    image: ImageId
    """The image that was read."""
    reason: str
    """What is wrong with its data."""


@raisable
class ImageUntrusted(HostError):
    """The signature of an image is not valid, or not made by whom the instance's owner trusts.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "image {image} cannot be trusted: {reason}"

    image: ImageId
    """The image that was read."""
    reason: str
    """What is wrong with its signature."""


@raisable
class ImageUploadFailed(HostError):
    """The image service did not take the data of an image.

    State: the image may be there in part; the host deletes it.
    """

    MESSAGE: ClassVar[str] = "image {image} cannot be uploaded"

    image: ImageId
    """The image that was to be filled."""


@raisable
class InstanceGone(HostError):
    """The instance is being deleted, or is deleted already: the work of the driver is of no use any more.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "instance {instance} is being deleted"

    instance: InstanceUuid
    """The instance."""


@raisable
class ProviderUpdateFailed(HostError):
    """Placement did not take what was said of a provider.

    State: placement knows what it knew before; saying it again does no harm.
    """

    MESSAGE: ClassVar[str] = "provider {provider} cannot be changed"

    provider: ProviderUuid
    """The provider."""


@raisable
class SecretForbidden(HostError):
    """The requester may not read, make or delete a secret.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "a secret is not open to who asks"

    secret: SecretId | None = None
    """The secret; None: it was to be made."""


@raisable
class SecretNotFound(HostError):
    """A secret is not there.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "secret {secret} is not there"

    secret: SecretId
    """The secret that was asked for."""


@raisable
class ImageUnsuitable(VirtDriverError):
    """The image can be read, and this driver or this instance cannot use it: its format, its size, what it asks for.
    Data that is not what was announced is `ImageCorrupt`.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "image {image} cannot be used: {reason}"

    image: ImageId
    """The image that was read."""
    reason: str
    """What is wrong with it."""


@raisable
class NodeNotFound(VirtDriverError):
    """The driver manages no node of this name.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "node {node} is not managed here"

    node: NodeName
    """The name that was asked for."""


@raisable
class NodeDisabled(VirtDriverError):
    """The node takes no new guests: it was disabled, or is in maintenance. A node that is off is a case of
    `HypervisorUnavailable`.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "node {node} takes no new guests"

    node: NodeName
    """The node."""


@raisable
class InsufficientResources(VirtDriverError):
    """The node has not enough of a resource.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "{needed} of {resource} were needed on node {node}"

    node: NodeName
    """The node that was asked."""
    resource: ResourceClass
    """What there is too little of."""
    needed: ResourceAmount
    """How much was needed, in the unit of the class."""


@raisable
class ReshapeNeeded(VirtDriverError):
    """What offers an inventory of a node is not what placement knows, and what is allocated must move along.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "the providers of node {node} must be reshaped"

    node: NodeName
    """The node."""


@raisable
class ReshapeFailed(VirtDriverError):
    """The driver cannot tell where an allocation belongs in the new tree of providers.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "the providers of node {node} cannot be reshaped: {reason}"

    node: NodeName
    """The node."""
    reason: str
    """What cannot be told."""


@raisable
class InstanceError(VirtDriverError):
    """Something is wrong with one instance. It is not raised itself."""

    instance: InstanceUuid
    """The instance."""


@raisable
class InstanceNotFound(InstanceError):
    """The instance is not on this host.

    State: nothing of the instance was changed.
    """

    MESSAGE: ClassVar[str] = "instance {instance} is not on this host"


@raisable
class InstanceExists(InstanceError):
    """An instance of this uuid or name is on this host already, or what is kept of one that may still move back.

    State: the instance that was there is as it was, and nothing of another is left behind.
    """

    MESSAGE: ClassVar[str] = "instance {instance} is on this host already"


@raisable
class InvalidPowerState(InstanceError):
    """What was asked for is not possible in the state that the instance is in.

    State: the instance is in that state still.
    """

    MESSAGE: ClassVar[str] = "instance {instance} is {state}"

    state: PowerState
    """The state that the instance is in."""


@raisable
class PowerOffFailed(InstanceError):
    """The hypervisor did not stop the guest, not even by force.

    State: the guest may still run.
    """

    MESSAGE: ClassVar[str] = "instance {instance} cannot be powered off"


@raisable
class HardwareNotSupported(InstanceError):
    """The node cannot give a guest what its flavor or image asks for: a machine, a processor, a disk, a firmware.

    The same instance may fit on another node.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "instance {instance} cannot have what it asks for: {reason}"

    reason: str
    """What it asks for, and why it cannot have it."""


@raisable
class DeviceUnavailable(InstanceError):
    """A device that the guest is to have is gone, in use by another, or cannot be set up: PCI, accelerator, share and
    so on.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "instance {instance} cannot have device {device}"

    device: str
    """The device, for a person, such as `0000:81:00.1`."""


@raisable
class TooManyDevices(InstanceError):
    """The instance has as many disks or interfaces as the hypervisor can give it.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "instance {instance} cannot have another device"


@raisable
class NetworkUnavailable(InstanceError):
    """A virtual interface of the instance cannot be plugged, where the hypervisor can tell.

    Where it cannot, it is a `DriverFailure`.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "instance {instance} cannot be connected to its networks"


@raisable
class GuestAgentUnavailable(InstanceError):
    """What is asked for needs an agent in the guest, and none answers.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "no agent answers in instance {instance}"


@raisable
class QuiesceFailed(InstanceError):
    """The agent in the guest answers, and does not do with all file systems what it was asked to.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "the file systems of instance {instance} cannot be held still or released"


@raisable
class PasswordRejected(InstanceError):
    """The guest does not take a password. The message does not say which.

    State: the old password holds.
    """

    MESSAGE: ClassVar[str] = "instance {instance} does not take the password"


@raisable
class ConsoleUnavailable(InstanceError):
    """The guest has no console of the kind that is asked for, or none at the moment.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "instance {instance} has no such console"


@raisable
class ConsolePortsExhausted(InstanceError):
    """The node has no port free for a console.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "there is no port for a console of instance {instance}"


@raisable
class InterfaceError(InstanceError):
    """Something is wrong between one instance and one virtual interface. It is not raised itself."""

    vif: VifId
    """The virtual interface."""


@raisable
class InterfaceNotAttached(InterfaceError):
    """The virtual interface is not attached to the instance.

    State: nothing of the instance was changed.
    """

    MESSAGE: ClassVar[str] = "interface {vif} is not attached to instance {instance}"


@raisable
class InterfaceBusy(InterfaceError):
    """The guest does not let go of the virtual interface.

    State: the interface is attached still.
    """

    MESSAGE: ClassVar[str] = "interface {vif} is in use by instance {instance}"


@raisable
class VolumeError(InstanceError):
    """Something is wrong between one instance and one volume. It is not raised itself."""

    volume: VolumeId
    """The volume."""


@raisable
class VolumeUnavailable(VolumeError):
    """The storage behind a volume cannot be reached from the node.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "volume {volume} cannot be reached for instance {instance}"


@raisable
class VolumeNotAttached(VolumeError):
    """The volume is not attached to the instance.

    State: nothing of the instance was changed.
    """

    MESSAGE: ClassVar[str] = "volume {volume} is not attached to instance {instance}"


@raisable
class VolumeBusy(VolumeError):
    """The guest does not let go of the volume.

    State: the volume is attached still.
    """

    MESSAGE: ClassVar[str] = "volume {volume} is in use by instance {instance}"

    device: DeviceName | None = None
    """The name of the disk in the guest, where it is known."""


@raisable
class ShareError(InstanceError):
    """Something is wrong between one instance and one share. It is not raised itself."""

    share: ShareId
    """The share."""


@raisable
class ShareUnavailable(ShareError):
    """A share cannot be reached from the node.

    State: the share is mounted only if it was before.
    """

    MESSAGE: ClassVar[str] = "share {share} cannot be mounted for instance {instance}"


@raisable
class ShareBusy(ShareError):
    """Something on the node does not let go of a share.

    State: the share is mounted still.
    """

    MESSAGE: ClassVar[str] = "share {share} is in use on the node of instance {instance}"


@raisable
class MigrationError(InstanceError):
    """Something is wrong with the move of one instance. It is not raised itself."""


@raisable
class MigrationImpossible(MigrationError):
    """The instance cannot move in the way that is asked for.

    State: the instance is what it was, on the source.
    """

    MESSAGE: ClassVar[str] = "instance {instance} cannot move: {reason}"

    reason: str
    """What stands in the way."""


@raisable
class MigrationFailed(MigrationError):
    """The disks of an instance that moves are not where they are to be used, or are not whole there.

    State: as the method promises for any exception.
    """

    MESSAGE: ClassVar[str] = "instance {instance} did not arrive"


@raisable
class MigrationNotRunning(MigrationError):
    """The guest is not being moved, or not any more.

    State: nothing was changed.
    """

    MESSAGE: ClassVar[str] = "instance {instance} is not being moved"
