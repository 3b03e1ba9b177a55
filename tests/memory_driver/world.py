"""A world in which every call of every method succeeds, and the arguments that a method gets in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from inspect import Parameter, signature
from typing import Any
from uuid import UUID, uuid4

from tests.memory_driver.call import MemoryCall
from tests.memory_driver.connected import NODE
from tests.memory_driver.driver import MemoryOptions
from tests.memory_driver.given import (
    DATA,
    OTHER,
    a_flavor,
    a_migration,
    a_share,
    a_vif,
    a_volume,
    an_image,
    an_instance,
)
from tests.memory_driver.handed_over import handed
from tests.memory_driver.host import MemoryHost
from tests.memory_driver.hypervisor import Guest, Hypervisor, Machine, connect
from tests.memory_driver.newest import NewestMemoryDriver
from virtapi import capabilities
from virtapi.contract import declared
from virtapi.driver import ComputeDriver, DriverBase
from virtapi.flags import Capability
from virtapi.objects.boot import BootPlan, Disposal, EvacuatedDisks, EvacuationPlan, RebuildPlan, RescuePlan, Shutdown
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan, RootDisk
from virtapi.objects.driver_data import DriverData
from virtapi.objects.encryption import DiskEncryption, EncryptionFormat, VolumeEncryption
from virtapi.objects.image import DiskFormat, Image
from virtapi.objects.instance import Instance
from virtapi.objects.live_migration import LiveMigrationPlan
from virtapi.objects.migration import Migration, MigrationArrival, MigrationClaim, MigrationKind
from virtapi.objects.network import NetworkInfo, Vif
from virtapi.objects.node import Node, NodeResources
from virtapi.objects.power import PowerTarget, RebootKind
from virtapi.objects.provider import Provider, ProviderTree
from virtapi.objects.share import Share
from virtapi.objects.snapshot import (
    SnapshotTarget,
    VolumeSnapshotCreation,
    VolumeSnapshotDeletion,
    VolumeSnapshotPull,
)
from virtapi.objects.statistics import NodePowerAction
from virtapi.objects.volume import VolumeAttachment
from virtapi.units import (
    Bytes,
    Count,
    GiB,
    ImageId,
    MiB,
    NodeName,
    Processors,
    ProviderUuid,
    SecretId,
    VolumeSnapshotId,
)
from virtapi.values import Secret

KEY = SecretId(UUID(int=1))
TARGET = ImageId(UUID(int=99))
CLASSES: tuple[type, ...] = (DriverBase, ComputeDriver, *(getattr(capabilities, name) for name in capabilities.__all__))
METHODS: Mapping[str, Callable[..., object]] = {
    name: method
    for owner in CLASSES
    for name, method in vars(owner).items()
    if callable(method) and declared(method).raises is not None
}
"""All methods of all classes that drivers implement, by their names, which are unique."""


@dataclass(kw_only=True)
class World:
    """Two machines that one driver looks after, a host, and what the next call is about."""

    hypervisor: Hypervisor
    machine: Machine
    other: Machine
    host: MemoryHost
    driver: NewestMemoryDriver
    call: MemoryCall = field(default_factory=MemoryCall)
    node: NodeName = NODE
    instance: Instance = field(default_factory=an_instance)
    image: Image = field(default_factory=an_image)
    vif: Vif = field(default_factory=a_vif)
    volumes: list[VolumeAttachment] = field(default_factory=list[VolumeAttachment])
    volume: VolumeAttachment = field(default_factory=a_volume)
    third_volume: VolumeAttachment = field(default_factory=lambda: a_volume(3))
    """What is attached together with `volume`."""
    next_volume: VolumeAttachment = field(default_factory=lambda: a_volume(2))
    devices: DevicePlan = field(default_factory=DevicePlan)
    boot: BootPlan = field(default_factory=BootPlan)
    share: Share = field(default_factory=a_share)
    cold: Migration = field(
        default_factory=lambda: a_migration(MigrationKind.RESIZE, flavor=a_flavor(memory=1024, root_disk=2))
    )
    live: Migration = field(default_factory=lambda: a_migration(MigrationKind.LIVE))
    data: DriverData = field(default_factory=lambda: handed({}))
    reboot: RebootKind = RebootKind.HARD
    power: NodePowerAction = NodePowerAction.REBOOT
    format: DiskFormat = DiskFormat.QCOW2
    known: ProviderTree = field(default_factory=lambda: ProviderTree(root=Provider(uuid=ProviderUuid(UUID(int=1)))))
    allocations: Mapping[Any, Any] = field(default_factory=dict[Any, Any])
    evacuated: EvacuatedDisks = EvacuatedDisks.MADE_ANEW

    @property
    def guest(self) -> Guest:
        return next(guest for each in (self.machine, self.other) for guest in each.guests.values())

    @property
    def disks(self) -> DiskPlan:
        encryption = DiskEncryption(secret=KEY)
        return DiskPlan(root=RootDisk(image=self.image, size=GiB(1), encryption=encryption), volumes=self.volumes)

    def plan(self) -> LiveMigrationPlan:
        source, destination = (resources(each) for each in (self.machine, self.other))
        return LiveMigrationPlan(migration=self.live, source=source, destination=destination)

    def make(self, name: str, **changed: object) -> Any:
        """Call a method with the arguments of the moment."""
        return getattr(self.driver, name)(*self.positional(name), **{**self.named(name), **changed})

    def positional(self, name: str) -> list[Any]:
        return [self.value(each) for each in parameters(name) if each.kind is Parameter.POSITIONAL_ONLY]

    def named(self, name: str) -> dict[str, Any]:
        return {each.name: self.value(each) for each in parameters(name) if each.kind is Parameter.KEYWORD_ONLY}

    def value(self, parameter: Parameter) -> Any:
        values = self.by_name()
        return values[parameter.name] if parameter.name in values else self.by_type()[str(parameter.annotation)]

    def by_name(self) -> dict[str, Any]:
        """The arguments of which there are several of one type."""
        volume, snapshot = self.volume.volume, VolumeSnapshotId(UUID(int=1))
        pull = VolumeSnapshotPull()
        return {
            "networks": NetworkInfo(vifs=[self.vif]),
            "old": self.volume,
            "new": self.next_volume,
            "attachments": [self.volume, self.third_volume],
            "size": Bytes(2**31),
            "power_on": True,
            "in_use": frozenset[ImageId](),
            "volumes": frozenset({volume}),
            "allocations": self.allocations,
            "creation": VolumeSnapshotCreation(volume=volume, snapshot=snapshot, format=self.format, file="new"),
            "deletion": VolumeSnapshotDeletion(volume=volume, snapshot=snapshot, format=self.format, merge=pull),
        }

    def by_type(self) -> dict[str, Any]:
        return {
            "BootPlan": self.boot,
            "Call": self.call,
            "Capability": Capability.PAUSE,
            "DevicePlan": self.devices,
            "DiskPlan": self.disks,
            "Disposal": Disposal(),
            "DriverData": self.data,
            "EvacuationPlan": EvacuationPlan(boot=self.boot, disks=self.evacuated),
            "NodePowerAction": self.power,
            "Image": self.image,
            "Instance": self.instance,
            "LiveMigrationPlan": self.plan(),
            "Migration": self.cold,
            "MigrationArrival": MigrationArrival(migration=self.cold, data=self.data),
            "MigrationClaim": MigrationClaim(devices=self.devices),
            "NodeName": self.node,
            "PowerTarget": PowerTarget.ON,
            "ProviderTree": self.known,
            "RebootKind": self.reboot,
            "RebuildPlan": RebuildPlan(boot=self.boot),
            "RescuePlan": RescuePlan(image=self.image),
            "Secret": Secret("new"),
            "Share": self.share,
            "Shutdown": Shutdown(),
            "SnapshotTarget": SnapshotTarget(image=TARGET),
            "Vif": self.vif,
            "VolumeAttachment": self.volume,
        }


def a_world() -> World:
    """A hypervisor of its own, and a driver that was started."""
    name = str(uuid4())
    hypervisor = connect(name)
    machine, other = Machine(name=NODE), Machine(name=OTHER)
    hypervisor.machines = {NODE: machine, OTHER: other}
    image = an_image()
    host = MemoryHost(images={image.id: DATA}, empty={TARGET}, secrets={KEY: Secret("key")})
    host.providers = {ProviderUuid(each.uuid): True for each in (machine, other)}
    driver = NewestMemoryDriver(host, MemoryOptions(hypervisor=name, nodes=frozenset({NODE, OTHER})))
    driver.start(MemoryCall())
    return World(hypervisor=hypervisor, machine=machine, other=other, host=host, driver=driver)


def resources(machine: Machine) -> NodeResources:
    return NodeResources(
        node=Node(name=machine.name, uuid=machine.uuid),
        hypervisor="memory",
        hypervisor_version="1",
        processors=machine.processors,
        processors_used=Processors(0),
        memory=machine.memory,
        memory_used=MiB(0),
        disk=GiB(machine.disk // 1024),
        disk_used=GiB(0),
        running=Count(0),
    )


def parameters(name: str) -> list[Parameter]:
    return list(signature(METHODS[name]).parameters.values())[1:]


def encrypted(volume: VolumeAttachment, kind: EncryptionFormat = EncryptionFormat.LUKS) -> VolumeAttachment:
    return replace(volume, encryption=VolumeEncryption(format=kind, secret=KEY))
