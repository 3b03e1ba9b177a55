"""What can be done with the virtual interfaces of a guest."""

from tests.cycles.memory_2026_1.provision import Provisioning
from tests.cycles.memory_2026_1.requirements import MOST_INTERFACES
from virtapi.capabilities import (
    BindingHostNameable,
    InterfaceAttachable,
    InterfacePluggable,
    NetworkInjectable,
    NetworkPreparable,
)
from virtapi.exceptions import (
    HardwareNotSupported,
    InterfaceBusy,
    InterfaceNotAttached,
    InvalidPowerState,
    TooManyDevices,
)
from virtapi.host import Call
from virtapi.objects.hardware import InterfaceModel
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo, Vif
from virtapi.objects.power import PowerState
from virtapi.units import HostName

MODELS = frozenset({InterfaceModel.VIRTIO, InterfaceModel.E1000})


class Interfaces(
    Provisioning, InterfaceAttachable, InterfacePluggable, NetworkPreparable, NetworkInjectable, BindingHostNameable
):
    """Plugs interfaces on the machine, and gives them to guests, running or not."""

    def attach_interface(self, call: Call, instance: Instance, vif: Vif, /) -> None:
        machine, guest = self._located(instance)
        if guest.state is PowerState.SUSPENDED:
            raise InvalidPowerState(instance=instance.uuid, state=guest.state)
        if any(each.id == vif.id for each in guest.vifs):
            return
        wanted = (guest.instance.flavor.hardware, guest.instance.image_properties.hardware)
        for model in (each.interfaces.model for each in wanted):
            if model is not None and model not in MODELS:
                raise HardwareNotSupported(instance=instance.uuid, reason=f"there is no {model.value}")
        if len(guest.vifs) >= MOST_INTERFACES:
            raise TooManyDevices(instance=instance.uuid)
        self._stop_if_cancelled(call)
        self._plug(call, machine, instance, NetworkInfo(vifs=[vif]))
        guest.vifs.append(vif)
        self._report_tags(call, guest)

    def detach_interface(self, call: Call, instance: Instance, vif: Vif, /) -> None:
        found = self._find(instance.uuid)
        if found is None or all(each.id != vif.id for each in found[1].vifs):
            self._unplug(instance, NetworkInfo(vifs=[vif]))
        guest = self._guest(instance)
        if all(each.id != vif.id for each in guest.vifs):
            raise InterfaceNotAttached(instance=instance.uuid, vif=vif.id)
        if guest.state is PowerState.SUSPENDED:
            raise InvalidPowerState(instance=instance.uuid, state=guest.state)
        self._stop_if_cancelled(call)
        if guest.state is PowerState.RUNNING and vif.id in self._hypervisor.faults.clinging:
            raise InterfaceBusy(instance=instance.uuid, vif=vif.id)
        self._unplug(instance, NetworkInfo(vifs=[vif]))
        guest.vifs = [each for each in guest.vifs if each.id != vif.id]
        self._report_tags(call, guest)

    def plug_interfaces(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        self._connect(call, instance, networks)

    def unplug_interfaces(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        self._unplug(instance, networks)

    def prepare_networks(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        self._connect(call, instance, networks)

    def clean_networks(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        self._unplug(instance, networks)

    def inject_networks(self, call: Call, instance: Instance, /, *, networks: NetworkInfo) -> None:
        self._guest(instance).told = list(networks.vifs)

    def get_binding_host(self, call: Call, instance: Instance, /) -> HostName | None:
        return HostName(f"{self._machine(instance.node).name}.example.org")

    def _connect(self, call: Call, instance: Instance, networks: NetworkInfo) -> None:
        machine = self._machine(instance.node)
        self._stop_if_cancelled(call)
        self._plug(call, machine, instance, networks)

    def _unplug(self, instance: Instance, networks: NetworkInfo) -> None:
        for machine in self._own_machines():
            machine.plugged -= {(instance.uuid, vif.id) for vif in networks.vifs}
