# Produced from __init__.pyi by `virtapi runtime`; not to be edited.
"""What a driver may be able to do beside what every driver must: one class an ability, one module a topic.

A driver has an ability by inheriting its class beside `ComputeDriver`. A host asks `Pausable.offered_by(driver)`.
"""

from __future__ import annotations

from virtapi.capabilities.building import Evacuable, Rebuildable, SpawnPreparable
from virtapi.capabilities.consoles import (
    ConsoleReadable,
    MksAccessible,
    SerialAccessible,
    SpiceAccessible,
    VncAccessible,
)
from virtapi.capabilities.filesystems import FilesystemTrimmable
from virtapi.capabilities.instance_files import ResidueRemovable, SharedStorageCheckable
from virtapi.capabilities.interfaces import (
    BindingHostNameable,
    InterfaceAttachable,
    InterfacePluggable,
    NetworkInjectable,
    NetworkPreparable,
)
from virtapi.capabilities.live_migration import LiveMigratable, LiveMigrationAbortable, LiveMigrationForceable
from virtapi.capabilities.live_migration_steps import (
    LiveMigrationCheckCleanable,
    LiveMigrationFinishable,
    LiveMigrationRevertible,
    MigrationClaimUsable,
    MigrationSourceDisconnectable,
    MigrationSourceRestorable,
)
from virtapi.capabilities.migration import ColdMigratable
from virtapi.capabilities.nodes import (
    ImageCacheable,
    NodeEnableable,
    NodeMaintainable,
    NodePowerControllable,
    NodeRetirable,
)
from virtapi.capabilities.observation import Diagnosable, ProcessorTimesReportable, UptimeReportable
from virtapi.capabilities.power import NodeBootResumable, Pausable, PowerUpdatable, SoftDeletable, Suspendable
from virtapi.capabilities.providers import ProviderDescribable, ProviderReshapable
from virtapi.capabilities.repair import CrashDumpable, PasswordSettable, Rescuable
from virtapi.capabilities.shares import ShareMountable
from virtapi.capabilities.snapshots import Quiescable, Snapshottable, VolumeSnapshottable
from virtapi.capabilities.volumes import (
    DeviceNameable,
    VolumeAttachable,
    VolumeExtendable,
    VolumeSwappable,
    VolumeUsageReportable,
)

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
