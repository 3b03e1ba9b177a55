"""What a driver may be able to do beside what every driver must: one class an ability, one module a topic.

A driver has an ability by inheriting its class beside `ComputeDriver`. A host asks `Pausable.offered_by(driver)`.
"""

from virtapi.capabilities.building import Evacuable as Evacuable
from virtapi.capabilities.building import Rebuildable as Rebuildable
from virtapi.capabilities.building import SpawnPreparable as SpawnPreparable
from virtapi.capabilities.consoles import ConsoleReadable as ConsoleReadable
from virtapi.capabilities.consoles import MksAccessible as MksAccessible
from virtapi.capabilities.consoles import SerialAccessible as SerialAccessible
from virtapi.capabilities.consoles import SpiceAccessible as SpiceAccessible
from virtapi.capabilities.consoles import VncAccessible as VncAccessible
from virtapi.capabilities.filesystems import FilesystemTrimmable as FilesystemTrimmable
from virtapi.capabilities.instance_files import ResidueRemovable as ResidueRemovable
from virtapi.capabilities.instance_files import SharedStorageCheckable as SharedStorageCheckable
from virtapi.capabilities.interfaces import BindingHostNameable as BindingHostNameable
from virtapi.capabilities.interfaces import InterfaceAttachable as InterfaceAttachable
from virtapi.capabilities.interfaces import InterfacePluggable as InterfacePluggable
from virtapi.capabilities.interfaces import NetworkInjectable as NetworkInjectable
from virtapi.capabilities.interfaces import NetworkPreparable as NetworkPreparable
from virtapi.capabilities.live_migration import LiveMigratable as LiveMigratable
from virtapi.capabilities.live_migration import LiveMigrationAbortable as LiveMigrationAbortable
from virtapi.capabilities.live_migration import LiveMigrationForceable as LiveMigrationForceable
from virtapi.capabilities.live_migration_steps import LiveMigrationCheckCleanable as LiveMigrationCheckCleanable
from virtapi.capabilities.live_migration_steps import LiveMigrationFinishable as LiveMigrationFinishable
from virtapi.capabilities.live_migration_steps import LiveMigrationRevertible as LiveMigrationRevertible
from virtapi.capabilities.live_migration_steps import MigrationClaimUsable as MigrationClaimUsable
from virtapi.capabilities.live_migration_steps import MigrationSourceDisconnectable as MigrationSourceDisconnectable
from virtapi.capabilities.live_migration_steps import MigrationSourceRestorable as MigrationSourceRestorable
from virtapi.capabilities.migration import ColdMigratable as ColdMigratable
from virtapi.capabilities.nodes import ImageCacheable as ImageCacheable
from virtapi.capabilities.nodes import NodeEnableable as NodeEnableable
from virtapi.capabilities.nodes import NodeMaintainable as NodeMaintainable
from virtapi.capabilities.nodes import NodePowerControllable as NodePowerControllable
from virtapi.capabilities.nodes import NodeRetirable as NodeRetirable
from virtapi.capabilities.observation import Diagnosable as Diagnosable
from virtapi.capabilities.observation import ProcessorTimesReportable as ProcessorTimesReportable
from virtapi.capabilities.observation import UptimeReportable as UptimeReportable
from virtapi.capabilities.power import NodeBootResumable as NodeBootResumable
from virtapi.capabilities.power import Pausable as Pausable
from virtapi.capabilities.power import PowerUpdatable as PowerUpdatable
from virtapi.capabilities.power import SoftDeletable as SoftDeletable
from virtapi.capabilities.power import Suspendable as Suspendable
from virtapi.capabilities.providers import ProviderDescribable as ProviderDescribable
from virtapi.capabilities.providers import ProviderReshapable as ProviderReshapable
from virtapi.capabilities.repair import CrashDumpable as CrashDumpable
from virtapi.capabilities.repair import PasswordSettable as PasswordSettable
from virtapi.capabilities.repair import Rescuable as Rescuable
from virtapi.capabilities.shares import ShareMountable as ShareMountable
from virtapi.capabilities.snapshots import Quiescable as Quiescable
from virtapi.capabilities.snapshots import Snapshottable as Snapshottable
from virtapi.capabilities.snapshots import VolumeSnapshottable as VolumeSnapshottable
from virtapi.capabilities.volumes import DeviceNameable as DeviceNameable
from virtapi.capabilities.volumes import VolumeAttachable as VolumeAttachable
from virtapi.capabilities.volumes import VolumeExtendable as VolumeExtendable
from virtapi.capabilities.volumes import VolumeSwappable as VolumeSwappable
from virtapi.capabilities.volumes import VolumeUsageReportable as VolumeUsageReportable

__all__ = [
    "BindingHostNameable",
    "ColdMigratable",
    "ConsoleReadable",
    "CrashDumpable",
    "DeviceNameable",
    "Diagnosable",
    "Evacuable",
    "FilesystemTrimmable",
    "ImageCacheable",
    "InterfaceAttachable",
    "InterfacePluggable",
    "LiveMigratable",
    "LiveMigrationAbortable",
    "LiveMigrationCheckCleanable",
    "LiveMigrationFinishable",
    "LiveMigrationForceable",
    "LiveMigrationRevertible",
    "MigrationClaimUsable",
    "MigrationSourceDisconnectable",
    "MigrationSourceRestorable",
    "MksAccessible",
    "NetworkInjectable",
    "NetworkPreparable",
    "NodeBootResumable",
    "NodeEnableable",
    "NodeMaintainable",
    "NodePowerControllable",
    "NodeRetirable",
    "PasswordSettable",
    "Pausable",
    "PowerUpdatable",
    "ProcessorTimesReportable",
    "ProviderDescribable",
    "ProviderReshapable",
    "Quiescable",
    "Rebuildable",
    "Rescuable",
    "ResidueRemovable",
    "SerialAccessible",
    "ShareMountable",
    "SharedStorageCheckable",
    "Snapshottable",
    "SoftDeletable",
    "SpawnPreparable",
    "SpiceAccessible",
    "Suspendable",
    "UptimeReportable",
    "VncAccessible",
    "VolumeAttachable",
    "VolumeExtendable",
    "VolumeSnapshottable",
    "VolumeSwappable",
    "VolumeUsageReportable",
]
