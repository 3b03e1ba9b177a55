"""What a host must not do."""

from uuid import UUID

from virtapi.capabilities import Pausable
from virtapi.driver import ComputeDriver
from virtapi.exceptions import InstanceNotFound, InvalidPowerState
from virtapi.host import Call
from virtapi.objects.boot import Shutdown
from virtapi.objects.flavor import Flavor
from virtapi.objects.instance import Instance
from virtapi.objects.power import PowerState
from virtapi.units import FlavorId, GiB, InstanceUuid, MiB, Processors, Seconds, VolumeId


def pause(driver: ComputeDriver, call: Call, instance: Instance) -> None:
    driver.pause(call, instance)  # E: [attr-defined] "ComputeDriver" has no attribute "pause"
    if Pausable.offered_by(driver):
        driver.pause(call)  # E: [call-arg] Too few arguments
        driver.pause(call, instance=instance)  # E: [call-arg] Unexpected keyword argument "instance"
        driver.suspend(call, instance)  # E: [attr-defined] has no attribute "suspend"


def construct() -> None:
    Flavor(
        id=FlavorId("1"),
        name="small",
        processors=Processors(1),
        memory=GiB(1),  # E: [arg-type] expected "MiB"
        root_disk=1,  # E: [arg-type] expected "GiB"
    )
    Shutdown(Seconds(60))  # E: [call-arg] Too many positional arguments
    InstanceNotFound(instance=VolumeId(UUID(int=1)))  # E: [arg-type] expected "InstanceUuid"
    InvalidPowerState(instance=InstanceUuid(UUID(int=1)), state="paused")  # E: [arg-type] expected "PowerState"


def read(driver: ComputeDriver, call: Call, instance: Instance) -> str:
    try:
        return driver.get_info(call, instance).state.value
    except InstanceNotFound as error:
        return str(error.state)  # E: [attr-defined] "InstanceNotFound" has no attribute "state"
    except InvalidPowerState as error:
        error.state = PowerState.PAUSED  # E: [misc] read-only
        return str(MiB(1) + error.state)  # E: [operator] Unsupported operand types
