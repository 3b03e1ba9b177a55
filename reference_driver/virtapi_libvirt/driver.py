"""The driver: each method says which errors it lets out, finds the domain, and leaves the work to its room."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from typing import ClassVar, TypeAlias

import libvirt

from virtapi.capabilities import Pausable, Suspendable
from virtapi.driver import ComputeDriver, DriverBase, DriverOptions
from virtapi.exceptions import InstanceNotFound
from virtapi.flags import Capability
from virtapi.host import Call, HostServices
from virtapi.objects.binding import Binding
from virtapi.objects.boot import BootPlan, Disposal, Shutdown
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.instance import Instance
from virtapi.objects.network import NetworkInfo
from virtapi.objects.node import Node, NodeResources
from virtapi.objects.power import InstanceInfo, RebootKind
from virtapi.units import InstanceUuid, NodeName
from virtapi_libvirt import building, domains, event_loop, pause, power, reboot, suspend
from virtapi_libvirt import networks as plugging
from virtapi_libvirt.connection import Connection
from virtapi_libvirt.errors import letting_out
from virtapi_libvirt.events import LifecycleWatch
from virtapi_libvirt.node import check_node, read_node
from virtapi_libvirt.options import LibvirtOptions
from virtapi_libvirt.resources import read_resources
from virtapi_libvirt.session import Session

__all__ = ["LibvirtDriver"]

Method: TypeAlias = Callable[..., object]
"""A method of the interface, which says what it lets out."""


class LibvirtDriver(ComputeDriver, Pausable, Suspendable):
    """Guests of the libvirt that `LibvirtOptions.uri` names; one node, the machine that it runs on."""

    OPTIONS: ClassVar[type[DriverOptions]] = LibvirtOptions
    RELEASES: ClassVar[tuple[str, str]] = ("2026.1", "2026.2")
    FLAGS: ClassVar[frozenset[Capability]] = frozenset({Capability.IMAGE_QCOW2, Capability.IMAGE_RAW})
    BINDINGS: ClassVar[frozenset[type[Binding]]] = plugging.BINDINGS

    def __init__(self, host: HostServices, options: DriverOptions, /) -> None:
        """Keep what the driver is given."""
        if not isinstance(options, LibvirtOptions):
            raise TypeError(f"{type(options).__name__} given: expected LibvirtOptions")
        self._host = host
        self._options = options
        self._watch = LifecycleWatch(host)
        self._connection = Connection(options.uri, self._watch.begin)
        self._started = False

    def start(self, call: Call, /) -> None:
        """Connect to libvirt, and find or make what names the node."""
        if self._started:
            return
        with letting_out(DriverBase.start):
            event_loop.prepare()
            event_loop.acquire()
            try:
                self._connection.open()
                read_node(self._connection.get(), self._options)
            except BaseException:
                self._let_go()
                raise
            self._started = True

    def stop(self, call: Call, /) -> None:
        """Let go of libvirt."""
        if self._started:
            self._started = False
            with letting_out(DriverBase.stop):
                self._let_go()

    def list_nodes(self, call: Call, /) -> Sequence[Node]:
        """The one node that there is."""
        with self._session(ComputeDriver.list_nodes, call) as session:
            return (read_node(session.connection, self._options),)

    def get_resources(self, call: Call, node: NodeName, /) -> NodeResources:
        """What libvirt says of its host, and the file system of what it is."""
        with self._session(ComputeDriver.get_resources, call, node=node) as session:
            return read_resources(session.connection, self._options)

    def list_instances(self, call: Call, node: NodeName, /) -> frozenset[InstanceUuid]:
        """The domains that have an element of ours in their definition."""
        with self._session(ComputeDriver.list_instances, call, node=node) as session:
            return frozenset(map(domains.instance_of, domains.owned(session.connection, self._host.name)))

    def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo:
        """What libvirt says of the domain."""
        with self._guest(ComputeDriver.get_info, call, instance) as (_, domain):
            return InstanceInfo(state=power.state_of(domain), hypervisor_id=domain.name())

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
        """Write the disks, define the domain and start it."""
        with self._session(ComputeDriver.spawn, call, instance, node=instance.node) as session:
            building.spawn(session, instance, plan, networks=networks, disks=disks, devices=devices)

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
        """Stop the guest, undefine the domain and remove the disks."""
        with self._session(ComputeDriver.destroy, call, instance) as session:
            try:
                domain = domains.find(session.connection, self._host.name, instance.uuid)
            except InstanceNotFound:
                domain = None
            building.destroy(session, domain, instance, disposal)

    def power_on(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        """Start a domain that is shut off or has crashed."""
        with self._guest(ComputeDriver.power_on, call, instance) as (session, domain):
            power.power_on(session, domain, instance, networks=networks, disks=disks, devices=devices)

    def power_off(self, call: Call, instance: Instance, shutdown: Shutdown, /) -> None:
        """Shut the domain down, or destroy it."""
        with self._guest(ComputeDriver.power_off, call, instance) as (_, domain):
            power.power_off(call, domain, instance, shutdown)

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
        shutdown: Shutdown,
    ) -> None:
        """Shut the domain down and start it, or destroy it, define it anew and start it."""
        with self._guest(ComputeDriver.reboot, call, instance) as (session, domain):
            reboot.reboot(
                session, domain, instance, kind, networks=networks, disks=disks, devices=devices, shutdown=shutdown
            )

    def pause(self, call: Call, instance: Instance, /) -> None:
        """Suspend the domain, as libvirt calls it."""
        with self._guest(Pausable.pause, call, instance) as (_, domain):
            pause.pause(domain, instance)

    def unpause(self, call: Call, instance: Instance, /) -> None:
        """Resume the domain, as libvirt calls it."""
        with self._guest(Pausable.unpause, call, instance) as (_, domain):
            pause.unpause(domain, instance)

    def suspend(self, call: Call, instance: Instance, /) -> None:
        """Make a managed save of the domain."""
        with self._guest(Suspendable.suspend, call, instance) as (_, domain):
            suspend.suspend(domain, instance)

    def resume(
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan, devices: DevicePlan
    ) -> None:
        """Start the domain from its managed save."""
        with self._guest(Suspendable.resume, call, instance) as (session, domain):
            suspend.resume(session, domain, instance, networks=networks, disks=disks, devices=devices)

    @contextmanager
    def _session(
        self, method: Method, call: Call, instance: Instance | None = None, *, node: NodeName | None = None
    ) -> Generator[Session]:
        """What a call works with; whatever is raised in the block leaves it as what `method` declares."""
        with letting_out(method, None if instance is None else instance.uuid):
            connection = self._connection.get()
            if node is not None:
                check_node(connection, self._options, node)
            yield Session(call=call, connection=connection, host=self._host, watch=self._watch, options=self._options)

    @contextmanager
    def _guest(self, method: Method, call: Call, instance: Instance) -> Generator[tuple[Session, libvirt.virDomain]]:
        """The same, with the domain of the instance."""
        with self._session(method, call, instance) as session:
            yield session, domains.find(session.connection, self._host.name, instance.uuid)

    def _let_go(self) -> None:
        try:
            self._watch.end()
            self._connection.close()
        finally:
            event_loop.release()
