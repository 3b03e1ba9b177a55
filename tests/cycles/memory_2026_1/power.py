"""What can be done with a guest's power and its memory."""

from tests.cycles.memory_2026_1.building import Building
from tests.cycles.memory_2026_1.provision import with_volumes
from tests.cycles.memory_2026_1.requirements import pci_addresses, spelled
from virtapi.capabilities import NodeBootResumable, Pausable, PowerUpdatable, SoftDeletable, Suspendable
from virtapi.events import LifecycleKind
from virtapi.exceptions import DeviceUnavailable, InsufficientResources, InvalidPowerState
from virtapi.host import Call
from virtapi.objects.boot import Shutdown
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.power import PowerState, PowerTarget, RebootKind
from virtapi.units import ResourceAmount, ResourceClass, VolumeId

NOT_STARTED = frozenset({PowerState.SHUT_DOWN, PowerState.CRASHED})
"""The states from which a guest is started."""


class Power(Building, Pausable, Suspendable, SoftDeletable, NodeBootResumable, PowerUpdatable):
    """Starts and stops guests, and keeps their memory meanwhile where that is asked for."""

    def power_on(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        if self._guest(instance).state in NOT_STARTED:
            self._run(call, instance, networks=networks, disks=disks, devices=devices)

    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown, /) -> None:
        guest = self._guest(instance)
        if guest.state is not PowerState.SHUT_DOWN:
            self._stop_if_cancelled(call)
        self._halt(guest)

    def reboot(
        self,
        call: Call,
        instance: Instance,
        kind: RebootKind,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
        shutdown: Shutdown,
    ) -> None:
        guest = self._guest(instance)
        self._stop_if_cancelled(call)
        if kind is RebootKind.SOFT and guest.state is not PowerState.RUNNING:
            raise InvalidPowerState(instance=instance.uuid, state=guest.state)
        self._halt(guest)
        missing = self._missing(disks)
        there = [volume for volume in disks.volumes if volume.volume not in missing]
        self._run(call, instance, networks=networks, disks=with_volumes(disks, there), devices=devices)
        if missing:
            self._host.report_bad_volumes(call, instance, missing)

    def pause(self, call: Call, instance: Instance, /) -> None:
        self._move(instance, PowerState.RUNNING, PowerState.PAUSED, LifecycleKind.PAUSED)

    def unpause(self, call: Call, instance: Instance, /) -> None:
        self._move(instance, PowerState.PAUSED, PowerState.RUNNING, LifecycleKind.RESUMED)

    def suspend(self, call: Call, instance: Instance, /) -> None:
        machine, guest = self._located(instance)
        self._require(guest, PowerState.RUNNING, PowerState.PAUSED, PowerState.SUSPENDED)
        if guest.state is PowerState.SUSPENDED:
            return
        self._stop_if_cancelled(call)
        if device := next(iter(pci_addresses(guest.devices)), None):
            raise DeviceUnavailable(instance=instance.uuid, device=spelled(device))
        if guest.instance.flavor.memory > machine.disk_left():
            needed = ResourceAmount(-(-guest.instance.flavor.memory // 1024))
            raise InsufficientResources(node=machine.name, resource=ResourceClass("DISK_GB"), needed=needed)
        self._set(instance, PowerState.SUSPENDED, LifecycleKind.SUSPENDED)

    def resume(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        guest = self._guest(instance)
        self._require(guest, PowerState.SUSPENDED, PowerState.RUNNING)
        if guest.state is PowerState.SUSPENDED:
            self._run(call, instance, networks=networks, disks=disks, devices=devices)

    def soft_delete(self, call: Call, instance: Instance, /) -> None:
        guest = self._guest(instance)
        self._halt(guest)
        guest.deleted = True

    def restore(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        guest = self._guest(instance)
        if guest.deleted:
            self._run(call, instance, networks=networks, disks=disks, devices=devices)
            guest.deleted = False

    def resume_after_node_boot(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        self.power_on(call, instance, networks=networks, disks=disks, devices=devices)

    def update_power(self, call: Call, instance: Instance, state: PowerTarget, /) -> None:
        found = self._guest(instance).state
        if (found is PowerState.RUNNING) is not (state is PowerTarget.ON):
            self._host.report_power_state(call, instance, found)

    def _missing(self, disks: DiskPlan) -> frozenset[VolumeId]:
        """The volumes that cannot be reached and without which the guest can run."""
        lost = self._hypervisor.faults.lost
        return frozenset(each.volume for each in disks.volumes if each.volume in lost and each.boot_index is None)
