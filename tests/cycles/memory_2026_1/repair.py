"""What can be done for a guest that is in trouble."""

from tests.cycles.memory_2026_1.hypervisor import Guest
from tests.cycles.memory_2026_1.power import Power
from tests.cycles.memory_2026_1.requirements import MOST_DISKS, places
from virtapi.capabilities import CrashDumpable, PasswordSettable, Rescuable
from virtapi.exceptions import GuestAgentUnavailable, NotSupported, PasswordRejected, TooManyDevices
from virtapi.host import Call
from virtapi.objects.boot import RescuePlan
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.machine import VirtualMachineMode
from virtapi.objects.network import NetworkInfo
from virtapi.objects.power import PowerState
from virtapi.values import Secret


class Repair(Power, Rescuable, CrashDumpable, PasswordSettable):
    """Boots guests from another image, interrupts them, and changes their passwords."""

    def rescue(
        self,
        call: Call,
        instance: Instance,
        plan: RescuePlan,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        machine, guest = self._located(instance)
        if guest.rescued:
            return
        self._stop_if_cancelled(call)
        if len(list(places(disks))) >= MOST_DISKS:
            raise TooManyDevices(instance=instance.uuid)
        if plan.image is not None:
            self._check_bus(instance, plan.image.properties.hardware.disks.rescue_bus)
            self._data_of(call, machine, instance, plan.image)
        self._check_connections(disks)
        self._check_start(machine, guest.instance, disks, devices)
        self._halt(guest)
        self._run(call, instance, networks=networks, disks=disks, devices=devices)
        guest.rescued = True

    def unrescue(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        guest = self._guest(instance)
        if not guest.rescued:
            return
        self._halt(guest)
        self._run(call, instance, networks=networks, disks=disks, devices=devices)
        guest.rescued = False

    def trigger_crash_dump(self, call: Call, instance: Instance, /) -> None:
        guest = self._guest(instance)
        self._require(guest, PowerState.RUNNING)
        if self._is_container(guest):
            raise NotSupported(operation="CrashDumpable.trigger_crash_dump", details="a container has no interrupts")
        guest.interrupts += 1

    def set_password(self, call: Call, instance: Instance, password: Secret, /) -> None:
        guest = self._guest(instance)
        self._require(guest, PowerState.RUNNING)
        if self._is_container(guest):
            raise NotSupported(operation="PasswordSettable.set_password", details="a container has no such password")
        if instance.uuid in self._hypervisor.faults.deaf:
            raise GuestAgentUnavailable(instance=instance.uuid)
        if instance.uuid in self._hypervisor.faults.picky:
            raise PasswordRejected(instance=instance.uuid)
        guest.password = password

    def _is_container(self, guest: Guest) -> bool:
        return guest.instance.image_properties.hardware.machine.mode is VirtualMachineMode.CONTAINER
