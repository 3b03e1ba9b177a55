"""A driver whose hypervisor is in memory, and that can do all that a driver can."""

from tests.cycles.memory_2026_1.connected import NODE, MemoryOptions
from tests.cycles.memory_2026_1.consoles import Consoles
from tests.cycles.memory_2026_1.instance_files import InstanceFiles
from tests.cycles.memory_2026_1.interfaces import Interfaces
from tests.cycles.memory_2026_1.live_migration_steps import LiveMigrationSteps
from tests.cycles.memory_2026_1.migration import ColdMigrations
from tests.cycles.memory_2026_1.nodes import Nodes
from tests.cycles.memory_2026_1.observation import Observation
from tests.cycles.memory_2026_1.providers import Providers
from tests.cycles.memory_2026_1.repair import Repair
from tests.cycles.memory_2026_1.shares import Shares
from tests.cycles.memory_2026_1.snapshots import Snapshots
from virtapi.flags import Capability

__all__ = ["NODE", "MemoryDriver", "MemoryOptions"]


class MemoryDriver(
    Repair,
    Nodes,
    ColdMigrations,
    LiveMigrationSteps,
    Snapshots,
    Interfaces,
    Shares,
    InstanceFiles,
    Consoles,
    Observation,
    Providers,
):
    """Guests are entries of a dict; each room of this folder adds what it says."""

    RELEASES = ("2026.1", "2026.1")
    FLAGS = frozenset(
        {
            Capability.ACCELERATORS,
            Capability.BOOT_PASSWORD,
            Capability.CONFIG_DRIVE,
            Capability.DEVICE_TAG,
            Capability.EPHEMERAL_ENCRYPTION,
            Capability.EPHEMERAL_ENCRYPTION_LUKS,
            Capability.FILE_INJECTION,
            Capability.IMAGE_QCOW2,
            Capability.IMAGE_RAW,
            Capability.INTERFACE_ATTACH_TAG,
            Capability.MIGRATE_TO_SAME_NODE,
            Capability.RESCUE_VOLUME_BACKED,
            Capability.TRUSTED_CERTIFICATES,
            Capability.VOLUME_ATTACH_TAG,
            Capability.VOLUME_MULTIATTACH,
        }
    )
