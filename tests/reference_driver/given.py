"""What the tests of the driver begin with."""

import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from virtapi.objects.binding import Binding, BridgeBinding
from virtapi.objects.boot import BootPlan, Shutdown
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan, EphemeralDisk, RootDisk, SwapDisk
from virtapi.objects.flavor import Flavor
from virtapi.objects.image import DiskFormat, Image
from virtapi.objects.instance import Instance
from virtapi.objects.network import Network, NetworkInfo, Vif
from virtapi.units import (
    Bytes,
    FlavorId,
    GiB,
    ImageId,
    InstanceUuid,
    InterfaceName,
    MacAddress,
    MiB,
    NetworkId,
    NodeName,
    Processors,
    ProjectId,
    Seconds,
    UserId,
    VifId,
)

NODE = NodeName("node-1")
DATA = b"the blocks of a disk" * 1000
NO_NETWORKS, NO_DISKS, NO_DEVICES = NetworkInfo(), DiskPlan(), DevicePlan()
PLAN, AT_ONCE, IN_A_SECOND = BootPlan(), Shutdown(), Shutdown(timeout=Seconds(1))


def an_instance(number: int = 1, *, name: str = "", memory: int = 512, processors: int = 2) -> Instance:
    flavor = Flavor(
        id=FlavorId("1"), name="small", processors=Processors(processors), memory=MiB(memory), root_disk=GiB(1)
    )
    return Instance(
        uuid=InstanceUuid(UUID(int=number)),
        name=name or f"instance-{number}",
        node=NODE,
        project=ProjectId("a project"),
        owner=UserId("a user"),
        flavor=flavor,
        display_name="My server",
    )


def an_image(data: bytes = DATA, *, kind: DiskFormat = DiskFormat.RAW, checksum: str | None = None) -> Image:
    return Image(id=ImageId(UUID(int=7)), format=kind, size=Bytes(len(data)), checksum=checksum)


def a_root(image: Image | None = None, *, size: int = 1) -> RootDisk:
    return RootDisk(image=image or an_image(), size=GiB(size))


def disks_of(image: Image) -> DiskPlan:
    return DiskPlan(root=a_root(image), ephemerals=[EphemeralDisk(size=GiB(2))], swap=SwapDisk(size=MiB(64)))


DISKS = disks_of(an_image())


def networks(binding: Binding | None = None, *, active: bool = False) -> NetworkInfo:
    vif = Vif(
        id=VifId(UUID(int=9)),
        mac=MacAddress("52:54:00:12:34:56"),
        network=Network(id=NetworkId(UUID(int=8))),
        binding=binding or BridgeBinding(bridge=InterfaceName("br0")),
        active=active,
    )
    return NetworkInfo(vifs=[vif])


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def wait_for(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < until, "it did not happen in ten seconds"
        time.sleep(0.01)
