"""What can be done with the volumes of a guest."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from ipaddress import IPv4Address
from typing import Annotated

from annotated_types import Ge, Le

from tests.memory_driver.hypervisor import Guest
from tests.memory_driver.provision import Provisioning, with_volumes
from tests.memory_driver.requirements import MOST_DISKS, places
from virtapi.capabilities import (
    DeviceNameable,
    VolumeAttachable,
    VolumeExtendable,
    VolumeSwappable,
    VolumeUsageReportable,
)
from virtapi.exceptions import (
    EncryptionNotSupported,
    InvalidPowerState,
    TooManyDevices,
    VolumeBusy,
    VolumeNotAttached,
    VolumeUnavailable,
)
from virtapi.host import Call
from virtapi.objects.disk import DiskPlan
from virtapi.objects.encryption import EncryptionPlace
from virtapi.objects.instance import Instance
from virtapi.objects.power import PowerState
from virtapi.objects.usage import VolumeUsage
from virtapi.objects.volume import VolumeAttachment, VolumeConnector
from virtapi.units import Bytes, Count, DeviceName, NodeName, VolumeId

NAMES = tuple(DeviceName(f"vd{letter}") for letter in "abcdefghijklmnopqrstuvwxyz")


class Volumes(Provisioning, VolumeAttachable, VolumeExtendable, VolumeSwappable, VolumeUsageReportable, DeviceNameable):
    """Attaches volumes to guests, running or not."""

    def get_volume_connector(self, call: Call, node: NodeName, instance: Instance, /) -> VolumeConnector:
        machine = self._machine(node)
        return VolumeConnector(
            address=IPv4Address("127.0.0.1"), hostname=machine.name, initiator=f"iqn.2026-01.org.example:{machine.name}"
        )

    def attach_volumes(self, call: Call, instance: Instance, attachments: Sequence[VolumeAttachment], /) -> None:
        machine, guest = self._located(instance)
        self._refuse_suspended(guest)
        wanted = [each for each in attachments if not attached(guest, each.volume)]
        if not wanted:
            return
        for each in wanted:
            self._check_connection(each)
            self._check_bus(instance, each.bus)
        if len(list(places(with_volumes(guest.disks, guest.volumes)))) + len(wanted) > MOST_DISKS:
            raise TooManyDevices(instance=instance.uuid)
        for each in wanted:
            self._check_reachable(instance, each)
        self._stop_if_cancelled(call)
        self._read_keys(call, DiskPlan(volumes=wanted))
        machine.connected |= {(instance.uuid, each.volume) for each in wanted}
        guest.volumes.extend(wanted)
        self._report_tags(call, guest)

    def attach_volume(self, call: Call, instance: Instance, attachment: VolumeAttachment, /) -> None:
        self.attach_volumes(call, instance, [attachment])

    def detach_volume(self, call: Call, instance: Instance, attachment: VolumeAttachment, /) -> None:
        for machine in self._own_machines():
            if instance.uuid not in machine.guests or not attached(machine.guests[instance.uuid], attachment.volume):
                machine.connected.discard((instance.uuid, attachment.volume))
        machine, guest = self._located(instance)
        self._check_attached(guest, attachment.volume)
        self._refuse_suspended(guest)
        self._stop_if_cancelled(call)
        if guest.state is PowerState.RUNNING and attachment.volume in self._hypervisor.faults.clinging:
            raise VolumeBusy(instance=instance.uuid, volume=attachment.volume)
        machine.connected.discard((instance.uuid, attachment.volume))
        guest.volumes = [each for each in guest.volumes if each.volume != attachment.volume]
        self._report_tags(call, guest)

    def extend_volume(
        self,
        call: Call,
        instance: Instance,
        attachment: VolumeAttachment,
        /,
        *,
        size: Annotated[Bytes, Ge(1), Le(2**63 - 1)],
    ) -> None:
        guest = self._guest(instance)
        self._check_attached(guest, attachment.volume)
        if attachment.encryption and attachment.encryption.place is EncryptionPlace.NODE:
            reason = "it is encrypted on the node"
            raise EncryptionNotSupported(
                operation="VolumeExtendable.extend_volume", reason=reason, volume=attachment.volume
            )
        if attachment.volume in self._hypervisor.faults.lost:
            raise VolumeUnavailable(instance=instance.uuid, volume=attachment.volume)
        guest.sizes[attachment.volume] = size

    def swap_volume(self, call: Call, instance: Instance, old: VolumeAttachment, new: VolumeAttachment, /) -> None:
        machine, guest = self._located(instance)
        if attached(guest, new.volume) and not attached(guest, old.volume):
            return
        self._check_attached(guest, old.volume)
        self._require(guest, PowerState.RUNNING)
        self._check_connection(new)
        self._check_reachable(instance, new)
        self._stop_if_cancelled(call)
        self._read_keys(call, DiskPlan(volumes=[new]))
        serial = old.serial or str(old.volume)
        guest.volumes = [
            replace(new, serial=serial) if each.volume == old.volume else each
            for each in guest.volumes
            if each.volume != new.volume
        ]
        machine.connected.discard((instance.uuid, old.volume))
        machine.connected.add((instance.uuid, new.volume))

    def get_volume_usage(
        self, call: Call, instance: Instance, volumes: frozenset[VolumeId], /
    ) -> Sequence[VolumeUsage]:
        guest = self._guest(instance)
        nothing, none = Bytes(0), Count(0)
        return [
            VolumeUsage(volume=each.volume, reads=none, read=nothing, writes=none, written=nothing)
            for each in guest.volumes
            if each.volume in volumes
        ]

    def name_devices(self, call: Call, instance: Instance, /, *, disks: DiskPlan) -> DiskPlan:
        self._check_hardware(instance, disks)
        free = unused(disks)
        try:
            return replace(
                disks,
                root=disks.root and replace(disks.root, device=disks.root.device or next(free)),
                ephemerals=[replace(each, device=each.device or next(free)) for each in disks.ephemerals],
                swap=disks.swap and replace(disks.swap, device=disks.swap.device or next(free)),
                volumes=[replace(each, device=each.device or next(free)) for each in disks.volumes],
            )
        except StopIteration:
            raise TooManyDevices(instance=instance.uuid) from None

    def name_volume(
        self, call: Call, instance: Instance, attachment: VolumeAttachment, /, *, disks: DiskPlan
    ) -> DeviceName:
        self._check_bus(instance, attachment.bus)
        free = list(unused(disks))
        if attachment.device is not None and attachment.device in free:
            return attachment.device
        if not free or len(list(places(disks))) >= MOST_DISKS:
            raise TooManyDevices(instance=instance.uuid)
        return free[0]

    def _refuse_suspended(self, guest: Guest) -> None:
        if guest.state is PowerState.SUSPENDED:
            raise InvalidPowerState(instance=guest.instance.uuid, state=guest.state)

    def _check_attached(self, guest: Guest, volume: VolumeId) -> None:
        if not attached(guest, volume):
            raise VolumeNotAttached(instance=guest.instance.uuid, volume=volume)


def attached(guest: Guest, volume: VolumeId) -> bool:
    """Whether a guest has a volume."""
    return any(each.volume == volume for each in guest.volumes)


def unused(disks: DiskPlan) -> Iterator[DeviceName]:
    """The names that no disk has."""
    used = {name for _, name in places(disks)}
    return (name for name in NAMES if name not in used)
