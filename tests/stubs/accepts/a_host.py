"""A host narrows before it calls, and reads the fields of what is raised."""

from virtapi.capabilities import Pausable, VolumeAttachable
from virtapi.driver import ComputeDriver
from virtapi.exceptions import InvalidPowerState, NotSupported
from virtapi.flags import Capability
from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.power import PowerState


def pause(driver: ComputeDriver, call: Call, instance: Instance) -> PowerState:
    if not Pausable.offered_by(driver):
        raise NotSupported(operation="Pausable.pause", requires=Capability.PAUSE)
    try:
        driver.pause(call, instance)
    except InvalidPowerState as error:
        return error.state
    return driver.get_info(call, instance).state


def what(driver: ComputeDriver) -> str:
    if Pausable.offered_by(driver) and VolumeAttachable.offered_by(driver):
        return f"both, {driver.CONNECTIONS}"
    return "the flag alone" if driver.offers(Capability.PAUSE) else "nothing"


def named(flag: Capability) -> str:
    match flag:
        case Capability.PAUSE:
            return "pause"
        case _:
            return flag.name
