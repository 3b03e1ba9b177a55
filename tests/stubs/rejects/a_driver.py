"""What a driver must not do."""

from virtapi.capabilities import LiveMigratable, Pausable, Snapshottable
from virtapi.driver import ComputeDriver, DriverOptions
from virtapi.flags import Capability
from virtapi.host import Call, HostServices
from virtapi.objects.disk import DiskPlan
from virtapi.objects.driver_data import DriverData
from virtapi.objects.image import ContainerFormat, DiskFormat
from virtapi.objects.instance import Instance
from virtapi.objects.live_migration import LiveMigrationPlan
from virtapi.objects.network import NetworkInfo
from virtapi.objects.node import Node
from virtapi.objects.power import InstanceInfo, PowerState
from virtapi.objects.snapshot import SnapshotTarget
from virtapi.units import ImageId


class Wrong(ComputeDriver, Pausable):
    def pause(self, call: Call, instance: Instance, /, *, hard: bool) -> None:  # E: [override] Signature of "pause"
        pass

    def get_info(self, call: Call, instance: Instance, /) -> PowerState:  # E: [override] Return type "PowerState"
        return PowerState.RUNNING

    def offers(self, capability: Capability, /) -> bool:  # E: [misc] Cannot override final attribute "offers"
        return True

    def power_on(  # E: [override] Signature of "power_on"
        self, call: Call, instance: Instance, /, *, networks: NetworkInfo, disks: DiskPlan
    ) -> None:
        pass

    def list_nodes(self, call: Call, /) -> dict[str, Node]:  # E: [override] Return type "dict[str, Node]"
        return {}


class Snapshotting(ComputeDriver, Snapshottable):
    def snapshot(
        self,
        call: Call,
        instance: Instance,
        target: ImageId,  # E: [override] Argument 3 of "snapshot" is incompatible
        /,
    ) -> None:
        pass


class Migrating(ComputeDriver, LiveMigratable):
    def live_migrate(  # E: [override] Signature of "live_migrate"
        self, instance: Instance, plan: LiveMigrationPlan, data: DriverData, /
    ) -> None:
        pass


class Unfinished(ComputeDriver, Pausable):
    def unpause(self, call: Call, instance: Instance, /) -> None:
        pass


def make(host: HostServices) -> ComputeDriver:
    return Unfinished(host, DriverOptions())  # E: [abstract] Cannot instantiate abstract class "Unfinished"


def ask(host: HostServices, call: Call, target: SnapshotTarget, instance: Instance) -> None:
    bare = ContainerFormat.BARE
    host.upload_image(
        call,
        target,
        disk_format=DiskFormat.RAW,
        container=bare,
        properties=None,
        data=["text"],  # E: [list-item] expected "bytes"
    )
    host.upload_image(  # E: [call-arg] Unexpected keyword argument "format"
        call, target, format=DiskFormat.RAW, container=bare, properties=None, data=[]
    )
    host.create_secret(call, instance, "hush", disk=None)  # E: [arg-type] expected "Secret"
    host.emit(call)  # E: [call-arg] Too few arguments


def change(info: InstanceInfo) -> None:
    info.state = PowerState.PAUSED  # E: [misc] Property "state" defined in "InstanceInfo" is read-only
