"""A driver whose hypervisor is in memory, and that can do all that a driver could in the first of its releases."""

from tests.memory_driver.connected import NODE, MemoryOptions
from tests.memory_driver.consoles import Consoles
from tests.memory_driver.instance_files import InstanceFiles
from tests.memory_driver.interfaces import Interfaces
from tests.memory_driver.live_migration_steps import LiveMigrationSteps
from tests.memory_driver.migration import ColdMigrations
from tests.memory_driver.nodes import Nodes
from tests.memory_driver.observation import Observation
from tests.memory_driver.providers import Providers
from tests.memory_driver.repair import Repair
from tests.memory_driver.shares import Shares
from tests.memory_driver.snapshots import Snapshots
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

    RELEASES = ("2026.1", "2026.2")
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
