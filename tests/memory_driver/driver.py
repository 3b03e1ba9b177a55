"""A driver whose hypervisor is a dict: the second implementation of the interface, and the smallest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from ipaddress import IPv4Address
from typing import Annotated, ClassVar
from uuid import UUID

from annotated_types import Ge, Le

from virtapi.capabilities import Pausable, Suspendable, VolumeAttachable
from virtapi.driver import ComputeDriver, DriverOptions
from virtapi.events import AwaitedEvent, AwaitedKind, LifecycleEvent, LifecycleKind
from virtapi.exceptions import (
    ConnectionNotSupported,
    ImageUnsuitable,
    InstanceExists,
    InstanceNotFound,
    InsufficientResources,
    InvalidPowerState,
    NetworkUnavailable,
    NodeNotFound,
    VolumeNotAttached,
    VolumeUnavailable,
)
from virtapi.flags import Capability
from virtapi.host import Call, HostServices
from virtapi.objects.binding import Binding, BridgeBinding
from virtapi.objects.boot import BootPlan, Disposal, Shutdown
from virtapi.objects.connection import Connection, FileConnection
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.node import Node, NodeResources
from virtapi.objects.power import InstanceInfo, PowerState, RebootKind
from virtapi.objects.volume import VolumeAttachment, VolumeConnector
from virtapi.units import (
    Count,
    GiB,
    InstanceUuid,
    MiB,
    NodeName,
    NodeUuid,
    Processors,
    ResourceAmount,
    ResourceClass,
    Seconds,
)

MEMORY = MiB(65_536)
NODE = NodeName("memory")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryOptions(DriverOptions):
    """How large the imagined node is."""

    memory: Annotated[MiB, Ge(1), Le(2**40)] = MEMORY
    node: NodeName = NODE
    can_pause: bool = True


@dataclass(frozen=True, kw_only=True)
class _Guest:
    instance: Instance
    state: PowerState
    volumes: tuple[VolumeAttachment, ...]


class MemoryDriver(ComputeDriver, Pausable, Suspendable, VolumeAttachable):
    """Guests are entries of a dict."""

    OPTIONS: ClassVar[type[DriverOptions]] = MemoryOptions
    RELEASES = ("2026.1", "2026.1")
    FLAGS = frozenset({Capability.VOLUME_MULTIATTACH})
    BINDINGS: ClassVar[frozenset[type[Binding]]] = frozenset({BridgeBinding})
    CONNECTIONS: ClassVar[frozenset[type[Connection]]] = frozenset({FileConnection})

    def __init__(self, host: HostServices, options: DriverOptions, /) -> None:
        assert isinstance(options, MemoryOptions)
        self._host = host
        self._options = options
        self._guests: dict[InstanceUuid, _Guest] = {}

    def start(self, call: Call, /) -> None:
        pass

    def stop(self, call: Call, /) -> None:
        pass

    def capabilities(self) -> frozenset[Capability]:
        return super().capabilities() - (frozenset() if self._options.can_pause else {Capability.PAUSE})

    def list_nodes(self, call: Call, /) -> Sequence[Node]:
        return (self._node(),)

    def get_resources(self, call: Call, node: NodeName, /) -> NodeResources:
        self._check_node(node)
        flavors = [guest.instance.flavor for guest in self._guests.values()]
        return NodeResources(
            node=self._node(),
            hypervisor="memory",
            hypervisor_version="1",
            processors=Processors(64),
            processors_used=Processors(sum(flavor.processors for flavor in flavors)),
            memory=self._options.memory,
            memory_used=MiB(sum(flavor.memory for flavor in flavors)),
            disk=GiB(1000),
            disk_used=GiB(sum(flavor.root_disk for flavor in flavors)),
            running=Count(sum(guest.state is PowerState.RUNNING for guest in self._guests.values())),
        )

    def list_instances(self, call: Call, node: NodeName, /) -> frozenset[InstanceUuid]:
        self._check_node(node)
        return frozenset(self._guests)

    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        return InstanceInfo(state=self._guest(instance).state)

    def spawn(
        self,
        call: Call,
        instance: Instance,
        plan: BootPlan,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        self._check_node(instance.node)
        names = {guest.instance.name for guest in self._guests.values()}
        if instance.uuid in self._guests or instance.name in names:
            raise InstanceExists(instance=instance.uuid)
        used = sum(guest.instance.flavor.memory for guest in self._guests.values())
        if used + instance.flavor.memory > self._options.memory:
            raise InsufficientResources(
                node=instance.node,
                resource=ResourceClass("MEMORY_MB"),
                needed=ResourceAmount(instance.flavor.memory),
            )
        for volume in disks.volumes:
            self._check_connection(instance, volume)
        self._read_image(call, plan)
        self._plug(call, instance, networks)
        state = PowerState.RUNNING if plan.power_on else PowerState.SHUT_DOWN
        self._guests[instance.uuid] = _Guest(instance=instance, state=state, volumes=tuple(disks.volumes))

    def destroy(
        self,
        call: Call,
        instance: Instance,
        disposal: Disposal,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        self._guests.pop(instance.uuid, None)

    def power_on(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        if self._guest(instance).state in (PowerState.SHUT_DOWN, PowerState.CRASHED):
            self._set(instance, PowerState.RUNNING, LifecycleKind.STARTED)

    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown, /) -> None:
        if self._guest(instance).state is not PowerState.SHUT_DOWN:
            self._set(instance, PowerState.SHUT_DOWN, LifecycleKind.STOPPED)

    def reboot(
        self,
        call: Call,
        instance: Instance,
        kind: RebootKind,
        /,
        *,
        networks: NetworkInfo,
        disks: DiskPlan,
        devices: DevicePlan,
    ) -> None:
        state = self._guest(instance).state
        if kind is RebootKind.SOFT and state is not PowerState.RUNNING:
            raise InvalidPowerState(instance=instance.uuid, state=state)
        self._set(instance, PowerState.RUNNING, LifecycleKind.STARTED)

    def pause(self, call: Call, instance: Instance, /) -> None:
        self._move(instance, PowerState.RUNNING, PowerState.PAUSED, LifecycleKind.PAUSED)

    def unpause(self, call: Call, instance: Instance, /) -> None:
        self._move(instance, PowerState.PAUSED, PowerState.RUNNING, LifecycleKind.RESUMED)

    def suspend(self, call: Call, instance: Instance, /) -> None:
        if self._guest(instance).state is PowerState.PAUSED:
            self._set(instance, PowerState.SUSPENDED, LifecycleKind.SUSPENDED)
        self._move(instance, PowerState.RUNNING, PowerState.SUSPENDED, LifecycleKind.SUSPENDED)

    def resume(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        self._move(instance, PowerState.SUSPENDED, PowerState.RUNNING, LifecycleKind.RESUMED)

    def get_volume_connector(self, call: Call, node: NodeName, /) -> VolumeConnector:
        self._check_node(node)
        return VolumeConnector(address=IPv4Address("127.0.0.1"), hostname="memory")

    def attach_volume(self, call: Call, instance: Instance, attachment: VolumeAttachment, /) -> None:
        guest = self._guest(instance)
        if guest.state is PowerState.SUSPENDED:
            raise InvalidPowerState(instance=instance.uuid, state=guest.state)
        self._check_connection(instance, attachment)
        if attachment.volume not in [each.volume for each in guest.volumes]:
            self._guests[instance.uuid] = replace(guest, volumes=(*guest.volumes, attachment))

    def detach_volume(self, call: Call, instance: Instance, attachment: VolumeAttachment, /) -> None:
        guest = self._guest(instance)
        left = tuple(each for each in guest.volumes if each.volume != attachment.volume)
        if left == guest.volumes:
            raise VolumeNotAttached(instance=instance.uuid, volume=attachment.volume)
        self._guests[instance.uuid] = replace(guest, volumes=left)

    def _node(self) -> Node:
        return Node(name=self._options.node, uuid=NodeUuid(UUID(int=1)))

    def _check_node(self, node: NodeName) -> None:
        if node != self._options.node:
            raise NodeNotFound(node=node)

    def _check_connection(self, instance: Instance, attachment: VolumeAttachment) -> None:
        match attachment.connection:
            case FileConnection(path=path):
                if not path.startswith("/"):
                    raise VolumeUnavailable(instance=instance.uuid, volume=attachment.volume, details=path)
            case _:
                raise ConnectionNotSupported(operation="VolumeAttachable.attach_volume", volume=attachment.volume)

    def _read_image(self, call: Call, plan: BootPlan) -> None:
        if plan.image is not None:
            with self._host.read_image(call, plan.image, certificates=plan.trusted_certificates) as data:
                if sum(map(len, data)) != plan.image.size:
                    raise ImageUnsuitable(image=plan.image.id, reason="it is not as long as it should be")

    def _plug(self, call: Call, instance: Instance, networks: NetworkInfo) -> None:
        if not all(isinstance(vif.binding, BridgeBinding) for vif in networks.vifs):
            raise NetworkUnavailable(instance=instance.uuid)
        waiting = frozenset(
            AwaitedEvent(kind=AwaitedKind.VIF_PLUGGED, tag=str(vif.id)) for vif in networks.vifs if not vif.active
        )
        with self._host.expect_events(call, instance, waiting, timeout=Seconds(300)):
            pass

    def _guest(self, instance: Instance) -> _Guest:
        if instance.uuid not in self._guests:
            raise InstanceNotFound(instance=instance.uuid)
        return self._guests[instance.uuid]

    def _move(self, instance: Instance, before: PowerState, after: PowerState, kind: LifecycleKind) -> None:
        state = self._guest(instance).state
        if state is before:
            self._set(instance, after, kind)
        elif state is not after:
            raise InvalidPowerState(instance=instance.uuid, state=state)

    def _set(self, instance: Instance, state: PowerState, kind: LifecycleKind) -> None:
        self._guests[instance.uuid] = replace(self._guest(instance), state=state)
        event = LifecycleEvent(occurred=datetime.now(UTC), instance=instance.uuid, kind=kind)
        self._host.emit(self._host.background, event)
