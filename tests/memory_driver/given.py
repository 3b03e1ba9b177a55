"""What the tests hand over: one thing of each kind, of which a test changes what it is about."""

from ipaddress import IPv4Address
from typing import TypedDict
from uuid import UUID

from tests.memory_driver.connected import NODE
from virtapi.objects.binding import BridgeBinding
from virtapi.objects.connection import FileConnection
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan, RootDisk
from virtapi.objects.flavor import Flavor
from virtapi.objects.image import DiskFormat, Image
from virtapi.objects.instance import Instance
from virtapi.objects.migration import Migration, MigrationKind, MigrationSide, MigrationStatus
from virtapi.objects.network import Network, NetworkInfo, Vif
from virtapi.objects.share import NfsExport, Share
from virtapi.objects.volume import VolumeAttachment
from virtapi.units import (
    Bytes,
    FlavorId,
    GiB,
    HostName,
    ImageId,
    InstanceUuid,
    InterfaceName,
    MacAddress,
    MiB,
    MigrationUuid,
    NetworkId,
    NodeName,
    Processors,
    ProjectId,
    ShareId,
    UserId,
    VifId,
    VolumeId,
)

OTHER = NodeName("elsewhere")
DATA = b"an operating system"


class Hardware(TypedDict):
    """What every method takes that defines a guest's hardware."""

    networks: NetworkInfo
    disks: DiskPlan
    devices: DevicePlan


def hardware(
    *, vifs: tuple[Vif, ...] = (), disks: DiskPlan | None = None, devices: DevicePlan | None = None
) -> Hardware:
    return Hardware(networks=NetworkInfo(vifs=vifs), disks=disks or DiskPlan(), devices=devices or DevicePlan())


NOTHING = hardware()


def a_flavor(*, memory: int = 512, root_disk: int = 1) -> Flavor:
    return Flavor(
        id=FlavorId("1"), name="small", processors=Processors(1), memory=MiB(memory), root_disk=GiB(root_disk)
    )


def an_instance(number: int = 1, *, node: NodeName = NODE, flavor: Flavor | None = None) -> Instance:
    return Instance(
        uuid=InstanceUuid(UUID(int=number)),
        name=f"instance-{number}",
        node=node,
        project=ProjectId("p"),
        owner=UserId("u"),
        flavor=flavor or a_flavor(),
    )


def an_image(number: int = 1) -> Image:
    return Image(id=ImageId(UUID(int=number)), format=DiskFormat.RAW, size=Bytes(len(DATA)))


def a_volume(number: int = 1) -> VolumeAttachment:
    volume = VolumeId(UUID(int=number))
    return VolumeAttachment(volume=volume, connection=FileConnection(path=f"/volumes/{number}"), size=GiB(1))


def a_vif(number: int = 1) -> Vif:
    return Vif(
        id=VifId(UUID(int=number)),
        mac=MacAddress(f"02:00:00:00:00:{number:02x}"),
        network=Network(id=NetworkId(UUID(int=1))),
        binding=BridgeBinding(bridge=InterfaceName("br0")),
        active=True,
    )


def a_share(number: int = 1) -> Share:
    server = str(IPv4Address("192.0.2.1"))
    return Share(id=ShareId(UUID(int=number)), tag=f"share{number}", export=NfsExport(server=server, path="/share"))


def a_migration(kind: MigrationKind, *, to: NodeName = OTHER, flavor: Flavor | None = None) -> Migration:
    return Migration(
        uuid=MigrationUuid(UUID(int=1)),
        kind=kind,
        status=MigrationStatus.PREPARING,
        source=MigrationSide(host=HostName("host"), node=NODE, flavor=a_flavor()),
        destination=MigrationSide(host=HostName("host"), node=to, flavor=flavor or a_flavor()),
    )


def from_image(image: Image | None = None) -> DiskPlan:
    return DiskPlan(root=RootDisk(image=image or an_image(), size=GiB(1)))
