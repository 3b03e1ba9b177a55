# Produced from shares.pyi by `virtapi runtime`; not to be edited.
"""How a guest gets at shares of the shared file system service."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from virtapi.ability import Ability
from virtapi.contract import capability, driver_interface, raises
from virtapi.exceptions import NodeNotFound, ShareBusy, ShareExportNotSupported, ShareUnavailable
from virtapi.flags import Capability

if TYPE_CHECKING:
    from typing import ClassVar

    from virtapi.host import Call
    from virtapi.objects.instance import Instance
    from virtapi.objects.share import Share, ShareExport

__all__ = ["ShareMountable"]


@driver_interface
@capability(Capability.SHARES)
class ShareMountable(Ability):
    """The driver can give guests access to shares of the shared file system service."""

    EXPORTS: ClassVar[frozenset[type[ShareExport]]]
    """The kinds of exports that the driver can use; it is sent no others."""

    @abstractmethod
    @raises(NodeNotFound, ShareExportNotSupported, ShareUnavailable)
    def mount_share(self, call: Call, instance: Instance, share: Share, /) -> None:
        """Mount a share on the node, so that a guest can have it when it is started.

        Args:
            call: the call that the driver works for.
            instance: the instance that gets the share.
            share: the share, and how the node reaches it.
        Raises:
            NodeNotFound: the driver manages no node of the name that the instance has.
            ShareExportNotSupported: the driver cannot use the way in which the share is exported.
            ShareUnavailable: the share cannot be reached from the node.
        State: on any exception the share is mounted only if it was before.
        Repeats: a share that is mounted for the instance stays so.
        Before: the shared file system service lets the node reach the share; the guest is shut down.
        After: the share is mounted; the guest sees it when the host starts it with the share among its devices.
        """

    @abstractmethod
    @raises(ShareBusy, ShareExportNotSupported)
    def unmount_share(self, call: Call, instance: Instance, share: Share, /) -> bool:
        """Unmount a share that an instance has no use for any more, unless another has.

        Args:
            call: the call that the driver works for.
            instance: the instance that has had the share.
            share: the share, as it was mounted.
        Returns:
            True where the share is still mounted, for another instance.
        Raises:
            ShareBusy: something on the node does not let go of the share.
            ShareExportNotSupported: the driver cannot use the way in which the share is exported.
        State: on any exception the share is mounted still.
        Repeats: a share that is not mounted is no error, nor is a node that the driver does not manage.
        Before: the guest is shut down.
        After: the node does not use the share for this instance; the host closes the access where nobody uses it any
            more.
        """
