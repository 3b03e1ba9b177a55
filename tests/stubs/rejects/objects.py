"""Objects that cannot be made or changed."""

from uuid import UUID

from virtapi.capabilities import VolumeAttachable
from virtapi.driver import ComputeDriver
from virtapi.flags import Capability
from virtapi.objects.binding import BridgeBinding
from virtapi.objects.boot import BootPlan, InjectedFile
from virtapi.objects.connection import ChapCredentials, FileConnection
from virtapi.objects.driver_data import DriverData
from virtapi.objects.instance import Instance
from virtapi.objects.volume import VolumeAttachment
from virtapi.units import DataVersion, GiB, ImageId, InterfaceName, VolumeId


def change(plan: BootPlan, instance: Instance, attachment: VolumeAttachment) -> None:
    plan.power_on = False  # E: [misc] Property "power_on" defined in "BootPlan" is read-only
    plan.files.append(InjectedFile(path="/a", content=b""))  # E: [attr-defined] has no attribute "append"
    instance.metadata["a"] = "b"  # E: [index] Unsupported target for indexed assignment
    instance.tags.add("a")  # E: [attr-defined] has no attribute "add"
    attachment.connection.path = "/b"  # E: [attr-defined] "Connection" has no attribute "path"
    instance.colour = "blue"  # E: [attr-defined] "Instance" has no attribute "colour"


def construct() -> None:
    volume = VolumeId(UUID(int=1))
    VolumeAttachment(
        volume=volume,
        connection=BridgeBinding(bridge=InterfaceName("br0")),  # E: [arg-type] expected "Connection"
        size=GiB(1),
    )
    VolumeAttachment(
        volume=ImageId(UUID(int=1)),  # E: [arg-type] expected "VolumeId"
        connection=FileConnection(path="/a"),
        size=GiB(1),
    )
    VolumeAttachment(
        volume=volume,
        connection=FileConnection("/a"),  # E: [call-arg] Too many positional arguments
        size=GiB(1),
    )
    ChapCredentials(user="u", password="hush")  # E: [arg-type] expected "Secret"
    DriverData(owner="a", version=DataVersion(1), values={"a": object()})  # E: [dict-item] has incompatible type


def flags(driver: ComputeDriver) -> bool:
    return driver.offers(Capability.FLY)  # E: [attr-defined] has no attribute "FLY"


class Storing(ComputeDriver, VolumeAttachable):
    CONNECTIONS = frozenset({BridgeBinding})  # E: [arg-type] expected "type[Connection]"
