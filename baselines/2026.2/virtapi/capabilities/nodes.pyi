"""What can be done with a node."""

from abc import abstractmethod

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.exceptions import (
    CallCancelled,
    ImageCorrupt,
    ImageUnavailable,
    ImageUnsuitable,
    ImageUntrusted,
    InsufficientResources,
    NodeNotFound,
    NotSupported,
    PowerOffFailed,
)
from virtapi.flags import Capability
from virtapi.host import Call
from virtapi.objects.image import Image
from virtapi.objects.statistics import NodePowerAction
from virtapi.units import ImageId, NodeName

__all__ = ["ImageCacheable", "NodeEnableable", "NodeMaintainable", "NodePowerControllable", "NodeRetirable"]

@driver_interface
@capability(Capability.IMAGE_CACHE)
class ImageCacheable(Ability):
    """The driver keeps images on a node, so that the next instance of the same image is made faster."""

    @abstractmethod
    @raises(
        CallCancelled,
        ImageCorrupt,
        ImageUnavailable,
        ImageUnsuitable,
        ImageUntrusted,
        InsufficientResources,
        NodeNotFound,
    )
    def cache_image(self, call: Call, node: NodeName, image: Image, /) -> bool:
        """Read an image into the cache of a node.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
            image: the image.
        Returns:
            True where it was read now, False where it was there already.
        Raises:
            CallCancelled: the call was cancelled before the image was read.
            ImageCorrupt: the data of the image is not what the image service says that it is.
            ImageUnavailable: the image is gone, not ready, or may not be read.
            ImageUnsuitable: the driver cannot use an image of this format.
            ImageUntrusted: the signature of the image is not valid, or missing where the host wants one.
            InsufficientResources: the node has no room for the image.
            NodeNotFound: the driver manages no node of this name.
        State: on any exception nothing of the image is in the cache, unless it was before.
        Repeats: an image that is in the cache stays as it is.
        After: `spawn` need not read the image.
        """

    @abstractmethod
    @raises(NodeNotFound)
    def expire_images(self, call: Call, node: NodeName, in_use: frozenset[ImageId], /) -> None:
        """Delete from the cache of a node what nobody has used for a while.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
            in_use: the images that instances of this host, and of hosts that share the cache, were made from, their
                kernels and RAM disks included.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: on any exception fewer images may be deleted than could be; no instance is harmed.
        Repeats: looks again.
        Before: the host calls this now and then.
        After: what is in use is in the cache still; what is not, the driver has deleted or keeps, as its options say.
        """

@driver_interface
@capability(Capability.NODE_POWER)
class NodePowerControllable(Ability):
    """The driver can switch a node on and off."""

    @abstractmethod
    @raises(NodeNotFound, NotSupported, PowerOffFailed)
    def set_node_power(self, call: Call, node: NodeName, action: NodePowerAction, /) -> None:
        """Start, shut down or reboot a node.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
            action: what to do.
        Raises:
            NodeNotFound: the driver manages no node of this name.
            NotSupported: the driver cannot do what is asked for, though it can do something else with the node.
            PowerOffFailed: the hypervisor did not stop a guest, so that the node runs on.
        State: on any exception the node is what it was; some of its guests may be shut down.
        Repeats: starting what is on and shutting down what is off does nothing; every other call reboots the node.
        Before: the host has seen to it that guests do not mind.
        After: the node does what it was told, and the driver may be gone with it.
        """

@driver_interface
@capability(Capability.NODE_MAINTENANCE)
class NodeMaintainable(Ability):
    """The driver can put a node into a state in which it may be worked on."""

    @abstractmethod
    @raises(CallCancelled, InsufficientResources, NodeNotFound, PowerOffFailed)
    def enter_maintenance(self, call: Call, node: NodeName, /) -> None:
        """Put a node into maintenance: its guests are moved away, and it gets no others.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
        Raises:
            CallCancelled: the call was cancelled before all guests were moved.
            InsufficientResources: the guests have nowhere to go.
            NodeNotFound: the driver manages no node of this name.
            PowerOffFailed: the hypervisor did not stop a guest that can move only when it is shut down.
        State: on any exception the node is not in maintenance; some guests may have moved.
        Repeats: a node that is in maintenance stays as it is.
        After: no guest runs on the node. Until `leave_maintenance` the host starts none there, and the hypervisor takes
            none: `NodeDisabled`, and `MigrationImpossible` for one that runs.
        """

    @abstractmethod
    @raises(NodeNotFound)
    def leave_maintenance(self, call: Call, node: NodeName, /) -> None:
        """Put a node back to work.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: on any exception the node is in maintenance still.
        Repeats: a node that is not in maintenance stays as it is.
        After: the node may get guests again.
        """

@driver_interface
@capability(Capability.NODE_ENABLE)
class NodeEnableable(Ability):
    """The driver itself can keep new guests from a node."""

    @abstractmethod
    @raises(NodeNotFound)
    def enable_node(self, call: Call, node: NodeName, /) -> None:
        """Let a node get new guests.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: on any exception the node is what it was.
        Repeats: a node that may get guests stays as it is.
        After: the hypervisor takes new guests.
        """

    @abstractmethod
    @raises(NodeNotFound)
    def disable_node(self, call: Call, node: NodeName, /) -> None:
        """Keep new guests from a node; those that it has run on.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: on any exception the node is what it was.
        Repeats: a node that gets no guests stays as it is.
        After: the hypervisor takes no new guests: `NodeDisabled`, and `MigrationImpossible` for one that runs. Those
            that are there can be started and stopped.
        """

@driver_interface
@capability(Capability.NODE_RETIRE)
class NodeRetirable(Ability):
    """The driver can tell a node that is gone for good from one that only cannot be reached."""

    @abstractmethod
    @raises()
    def is_node_retired(self, call: Call, node: NodeName, /) -> bool:
        """Whether a node that `list_nodes` does not have any more is gone for good.

        Args:
            call: the call that the driver works for.
            node: a node that the driver has managed.
        Returns:
            True where the node will not come back, so that the host may forget it; False where that is not certain.
        State: nothing is changed.
        Repeats: asks again.
        """
