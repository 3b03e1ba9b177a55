"""What only hosts of the newest release can ask of the driver in memory."""

from typing import Annotated

from annotated_types import Ge, Le

from tests.memory_driver.driver import MemoryDriver
from virtapi.capabilities.filesystems import FilesystemTrimmable
from virtapi.exceptions import ConnectionNotSupported, GuestAgentUnavailable
from virtapi.host import Call
from virtapi.objects.boot import EvacuatedDisks, EvacuationPlan
from virtapi.objects.connection import IscsiConnection
from virtapi.objects.instance import Instance
from virtapi.objects.power import PowerState
from virtapi.objects.volume import VolumeAttachment
from virtapi.units import Bytes

__all__ = ["NewestMemoryDriver"]


class NewestMemoryDriver(MemoryDriver, FilesystemTrimmable):
    """The driver for hosts of the newest release alone: what it adds no release before has."""

    RELEASES = ("2026.2", "2026.2")

    def trim_filesystems(self, call: Call, instance: Instance, /) -> None:
        guest = self._guest(instance)
        self._require(guest, PowerState.RUNNING)
        if instance.uuid in self._hypervisor.faults.deaf:
            raise GuestAgentUnavailable(instance=instance.uuid)
        guest.trimmed = True

    def extend_volume(
        self,
        call: Call,
        instance: Instance,
        attachment: VolumeAttachment,
        /,
        *,
        size: Annotated[Bytes, Ge(1), Le(2**63 - 1)],
    ) -> None:
        connection = attachment.connection
        if isinstance(connection, IscsiConnection) and connection.multipath_only:
            self._guest(instance)
            raise ConnectionNotSupported(operation="VolumeExtendable.extend_volume", volume=attachment.volume)
        super().extend_volume(call, instance, attachment, size=size)

    def _keeps_disks(self, plan: EvacuationPlan) -> bool:
        return plan.disks is EvacuatedDisks.KEPT
