"""What a driver must not do."""

from virtapi.capabilities import Pausable
from virtapi.driver import ComputeDriver, DriverOptions
from virtapi.flags import Capability
from virtapi.host import Call, HostServices
from virtapi.objects.instance import Instance
from virtapi.objects.power import InstanceInfo, PowerState


class Wrong(ComputeDriver, Pausable):
    def pause(self, call: Call, instance: Instance, /, *, hard: bool) -> None:  # E: [override] Signature of "pause"
        pass

    def get_info(self, call: Call, instance: Instance, /) -> PowerState:  # E: [override] Return type "PowerState"
        return PowerState.RUNNING

    def offers(self, capability: Capability, /) -> bool:  # E: [misc] Cannot override final attribute "offers"
        return True


class Unfinished(ComputeDriver, Pausable):
    def unpause(self, call: Call, instance: Instance, /) -> None:
        pass


def make(host: HostServices) -> ComputeDriver:
    return Unfinished(host, DriverOptions())  # E: [abstract] Cannot instantiate abstract class "Unfinished"


def change(info: InstanceInfo) -> None:
    info.state = PowerState.PAUSED  # E: [misc] Property "state" defined in "InstanceInfo" is read-only
