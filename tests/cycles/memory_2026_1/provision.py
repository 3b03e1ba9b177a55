"""How guests get what they need, and how it is taken from them."""

from collections.abc import Iterable
from dataclasses import replace
from secrets import token_hex

from tests.cycles.memory_2026_1.hypervisor import Guest, Machine
from tests.cycles.memory_2026_1.requirements import Requirements, encrypted, encryptions, vif_addresses
from virtapi.events import AwaitedEvent, AwaitedKind, LifecycleKind
from virtapi.exceptions import NetworkUnavailable
from virtapi.host import Call
from virtapi.objects.device import DevicePlan
from virtapi.objects.device_metadata import DeviceMetadata, DiskMetadata, InterfaceMetadata
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.power import PowerState
from virtapi.objects.processor import ProcessorModel
from virtapi.objects.volume import VolumeAttachment
from virtapi.units import InstanceUuid, Seconds, SecretId
from virtapi.values import Secret


class Provisioning(Requirements):
    """Gives guests what their plans say."""

    def _plug(self, call: Call, machine: Machine, instance: Instance, networks: NetworkInfo) -> None:
        """Plug what is not plugged yet, and wait until the network service has connected it."""
        before = set(machine.plugged)
        unplugged = [vif for vif in networks.vifs if (instance.uuid, vif.id) not in before and not vif.active]
        waiting = frozenset(AwaitedEvent(kind=AwaitedKind.VIF_PLUGGED, tag=str(vif.id)) for vif in unplugged)
        try:
            with self._host.expect_events(call, instance, waiting, timeout=Seconds(300)):
                self._wire(machine, instance, networks)
        except BaseException:
            machine.plugged -= {(instance.uuid, vif.id) for vif in networks.vifs} - before
            raise

    def _wire(self, machine: Machine, instance: Instance, networks: NetworkInfo) -> None:
        """Plug what is not plugged yet."""
        new = [vif for vif in networks.vifs if (instance.uuid, vif.id) not in machine.plugged]
        for vif in new:
            if type(vif.binding) not in self.BINDINGS or vif.id in self._hypervisor.faults.unwired:
                raise NetworkUnavailable(instance=instance.uuid)
        for address in vif_addresses(new):
            self._check_device(machine, instance, address)
        machine.plugged |= {(instance.uuid, vif.id) for vif in new}

    def _run(
        self, call: Call, instance: Instance, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        """Give a guest that does not run what it needs, and start it."""
        machine, guest = self._located(instance)
        self._stop_if_cancelled(call)
        self._check_connections(disks)
        self._check_start(machine, guest.instance, disks, devices)
        self._read_keys(call, disks)
        self._plug(call, machine, instance, networks)
        self._redefine(machine, guest, networks, disks, devices)
        self._start(call, guest)

    def _start(self, call: Call, guest: Guest) -> None:
        """Start a guest that has all that it needs."""
        self._report_tags(call, guest)
        if guest.state is not PowerState.SUSPENDED:
            model = ProcessorModel(model=self._located(guest.instance)[0].processor)
            self._host.report_processor_model(call, guest.instance, model)
        kind = LifecycleKind.RESUMED if guest.state is PowerState.SUSPENDED else LifecycleKind.STARTED
        self._set(guest.instance, PowerState.RUNNING, kind)

    def _redefine(
        self, machine: Machine, guest: Guest, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        """Let a guest have what the plans say and nothing else."""
        uuid = guest.instance.uuid
        guest.vifs, guest.volumes = list(networks.vifs), list(disks.volumes)
        guest.disks, guest.devices = disks, devices
        let_go(machine, uuid)
        machine.plugged |= {(uuid, vif.id) for vif in networks.vifs}
        machine.connected |= {(uuid, volume.volume) for volume in disks.volumes}

    def _report_tags(self, call: Call, guest: Guest) -> None:
        """Tell the host which of a guest's devices have tags, where that is not what it was told last."""
        tagged = tags_of(guest)
        if tagged != guest.tagged:
            guest.tagged = tagged
            self._host.report_devices(call, guest.instance, tagged)

    def _read_keys(self, call: Call, disks: DiskPlan) -> None:
        """Read all that opens the disks and volumes. In memory there is nothing to do with it."""
        secrets = [each.secret for each in encryptions(disks)]
        secrets += [each.encryption.secret for each in disks.volumes if each.encryption is not None]
        for secret in secrets:
            if secret is not None:
                self._host.get_secret(call, secret)

    def _make_keys(self, call: Call, instance: Instance, disks: DiskPlan) -> list[SecretId]:
        """Have the host keep what opens those disks for which there is nothing yet."""
        made: list[SecretId] = []
        try:
            for place, encryption in encrypted(disks):
                if encryption.secret is None:
                    made.append(self._host.create_secret(call, instance, Secret(token_hex()), disk=place))
        except BaseException:
            self._forget(call, made)
            raise
        return made

    def _forget(self, call: Call, secrets: Iterable[SecretId]) -> None:
        for secret in secrets:
            self._host.delete_secret(call, secret)


def let_go(machine: Machine, instance: InstanceUuid) -> None:
    """Unplug all interfaces of a guest, and disconnect the machine from all its volumes."""
    machine.plugged -= {each for each in machine.plugged if each[0] == instance}
    machine.connected -= {each for each in machine.connected if each[0] == instance}


def with_volumes(disks: DiskPlan, volumes: Iterable[VolumeAttachment]) -> DiskPlan:
    """The same disks with other volumes."""
    return replace(disks, volumes=tuple(volumes))


def tags_of(guest: Guest) -> list[DeviceMetadata]:
    """What a guest can be told of those of its devices that have tags."""
    own = (guest.disks.root, *guest.disks.ephemerals, guest.disks.swap)
    return [
        *(InterfaceMetadata(mac=vif.mac, vlan=vif.vlan, tags=[vif.tag]) for vif in guest.vifs if vif.tag),
        *(DiskMetadata(tags=[disk.tag]) for disk in own if disk and disk.tag),
        *(DiskMetadata(volume=each.volume, serial=each.serial, tags=[each.tag]) for each in guest.volumes if each.tag),
    ]
