"""What a host must not do."""

from uuid import UUID

from virtapi.capabilities import Pausable, Rescuable, VolumeExtendable
from virtapi.driver import ComputeDriver
from virtapi.exceptions import InstanceNotFound, InvalidPowerState
from virtapi.host import Call
from virtapi.objects.boot import BootPlan, Shutdown
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.flavor import Flavor
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.power import PowerState
from virtapi.objects.volume import VolumeAttachment
from virtapi.units import Bytes, FlavorId, GiB, InstanceUuid, MiB, Processors, Seconds, VolumeId


def pause(driver: ComputeDriver, call: Call, instance: Instance) -> None:
    driver.pause(call, instance)  # E: [attr-defined] "ComputeDriver" has no attribute "pause"
    if Pausable.offered_by(driver):
        driver.pause(call)  # E: [call-arg] Too few arguments
        driver.pause(call, instance=instance)  # E: [call-arg] Unexpected keyword argument "instance"
        driver.suspend(call, instance)  # E: [attr-defined] has no attribute "suspend"


def grow(driver: ComputeDriver, call: Call, instance: Instance, attachment: VolumeAttachment) -> None:
    if VolumeExtendable.offered_by(driver):
        driver.extend_volume(call, instance, attachment, size=GiB(2))  # E: [arg-type] expected "Bytes"
        driver.extend_volume(call, instance, attachment, size=2**31)  # E: [arg-type] expected "Bytes"
        driver.extend_volume(call, instance, attachment, Bytes(2**31))  # E: [call-arg] Too many positional arguments
        driver.attach_volume(call, instance, attachment)  # E: [attr-defined] has no attribute "attach_volume"
    if Rescuable.offered_by(driver):
        driver.rescue(
            call,
            instance,
            BootPlan(),  # E: [arg-type] expected "RescuePlan"
            networks=NetworkInfo(),
            disks=DiskPlan(),
            devices=DevicePlan(),
        )
        driver.unrescue(  # E: [call-arg] Missing named argument "devices"
            call, instance, networks=NetworkInfo(), disks=DiskPlan()
        )


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
