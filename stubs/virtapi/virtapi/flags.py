# Produced from flags.pyi by `virtapi runtime`; not to be edited.
"""What a driver can do beyond what every driver must: one flag for each."""

from __future__ import annotations

from enum import Enum

from virtapi import defaults
from virtapi.contract import open_enum, requires, since_members

__all__ = ["Capability"]


@open_enum
@since_members(FILESYSTEM_TRIM="2026.2")
@requires(
    EPHEMERAL_ENCRYPTION_LUKS=("EPHEMERAL_ENCRYPTION",),
    EPHEMERAL_ENCRYPTION_PLAIN=("EPHEMERAL_ENCRYPTION",),
    INTERFACE_ATTACH_TAG=("INTERFACE_ATTACH",),
    LIVE_MIGRATE_ABORT=("LIVE_MIGRATE",),
    LIVE_MIGRATE_CHECK_CLEAN=("LIVE_MIGRATE",),
    LIVE_MIGRATE_CLAIM=("LIVE_MIGRATE",),
    LIVE_MIGRATE_FINISH=("LIVE_MIGRATE",),
    LIVE_MIGRATE_FORCE=("LIVE_MIGRATE",),
    LIVE_MIGRATE_ROLL_BACK=("LIVE_MIGRATE",),
    LIVE_MIGRATE_SOURCE_DISCONNECT=("LIVE_MIGRATE",),
    LIVE_MIGRATE_SOURCE_RESTORE=("LIVE_MIGRATE",),
    MIGRATE_TO_SAME_NODE=("COLD_MIGRATE",),
    PROVIDER_RESHAPE=("PROVIDER_INVENTORY",),
    RESCUE_VOLUME_BACKED=(
        "RESCUE",
        "VOLUME_ATTACH",
    ),
    VOLUME_ATTACH_TAG=("VOLUME_ATTACH",),
    VOLUME_EXTEND=("VOLUME_ATTACH",),
    VOLUME_LIMITS=("VOLUME_ATTACH",),
    VOLUME_MULTIATTACH=("VOLUME_ATTACH",),
    VOLUME_SNAPSHOT=("VOLUME_ATTACH",),
    VOLUME_SWAP=("VOLUME_ATTACH",),
    VOLUME_USAGE=("VOLUME_ATTACH",),
)
class Capability(Enum):
    """One thing that a driver may be able to do.

    A flag with a class in `virtapi.capabilities` is declared by inheriting that class. The others stand in the driver's
    `FLAGS`. Members will be added: who reads one needs a default branch.
    """

    PAUSE = "pause"
    """Guests can be paused: `virtapi.capabilities.Pausable`."""
    SUSPEND = "suspend"
    """Guests can be suspended to disk: `virtapi.capabilities.Suspendable`."""
    RESCUE = "rescue"
    """A guest can be booted from another image, to repair its disks: `virtapi.capabilities.Rescuable`."""
    SOFT_DELETE = "soft-delete"
    """The hypervisor can keep a deleted instance for a while: `virtapi.capabilities.SoftDeletable`."""
    CRASH_DUMP = "crash-dump"
    """A guest can be made to write a crash dump: `virtapi.capabilities.CrashDumpable`."""
    NODE_BOOT_RESUME = "node-boot-resume"
    """Guests can be brought back after their node was booted: `virtapi.capabilities.NodeBootResumable`."""
    POWER_UPDATE = "power-update"
    """The driver is told when another service has switched a guest on or off: `virtapi.capabilities.PowerUpdatable`."""
    PASSWORD = "password"
    """The administrator's password of a guest that runs can be set: `virtapi.capabilities.PasswordSettable`."""
    FILESYSTEM_TRIM = "filesystem-trim"
    """A guest can be made to give back what its file systems do not use: `virtapi.capabilities.FilesystemTrimmable`."""
    SPAWN_PREPARE = "spawn-prepare"
    """Something must be reserved before networks and disks are made: `virtapi.capabilities.SpawnPreparable`."""
    REBUILD = "rebuild"
    """An instance can be made anew in its place: `virtapi.capabilities.Rebuildable`."""
    EVACUATE = "evacuate"
    """An instance can be made anew whose host has failed: `virtapi.capabilities.Evacuable`."""
    SHARED_STORAGE_CHECK = "shared-storage-check"
    """Hosts can find out whether they share the disks of an instance: `virtapi.capabilities.SharedStorageCheckable`."""
    RESIDUE_REMOVAL = "residue-removal"
    """What is left of an instance can be removed later: `virtapi.capabilities.ResidueRemovable`."""
    SNAPSHOT = "snapshot"
    """An image can be made of a guest's root disk: `virtapi.capabilities.Snapshottable`."""
    QUIESCE = "quiesce"
    """A guest can be made to hold its file systems still: `virtapi.capabilities.Quiescable`."""
    VOLUME_SNAPSHOT = "volume-snapshot"
    """The hypervisor takes part in snapshots of volumes that are files: `virtapi.capabilities.VolumeSnapshottable`."""
    VOLUME_ATTACH = "volume-attach"
    """Volumes can be attached to a guest and detached from it: `virtapi.capabilities.VolumeAttachable`."""
    VOLUME_EXTEND = "volume-extend"
    """A guest can see that a volume has grown, while it uses it: `virtapi.capabilities.VolumeExtendable`."""
    VOLUME_SWAP = "volume-swap"
    """One volume can take the place of another, while a guest uses it: `virtapi.capabilities.VolumeSwappable`."""
    VOLUME_USAGE = "volume-usage"
    """It can be told how much a guest has read from volumes and written to them:
    `virtapi.capabilities.VolumeUsageReportable`."""
    DEVICE_NAMES = "device-names"
    """The driver knows the names under which a guest will see its disks: `virtapi.capabilities.DeviceNameable`."""
    INTERFACE_ATTACH = "interface-attach"
    """Virtual interfaces can be attached to a guest and detached from it:
    `virtapi.capabilities.InterfaceAttachable`."""
    INTERFACE_PLUG = "interface-plug"
    """Interfaces can be plugged on the node without starting the guest: `virtapi.capabilities.InterfacePluggable`."""
    NETWORK_PREPARE = "network-prepare"
    """Networks must be connected before volumes are: `virtapi.capabilities.NetworkPreparable`."""
    NETWORK_INJECT = "network-inject"
    """A guest that runs can be told how its networks have changed: `virtapi.capabilities.NetworkInjectable`."""
    BINDING_HOST = "binding-host"
    """Ports are bound to another host than the one that calls: `virtapi.capabilities.BindingHostNameable`."""
    COLD_MIGRATE = "cold-migrate"
    """An instance that is shut down can move, and change its flavor: `virtapi.capabilities.ColdMigratable`."""
    LIVE_MIGRATE = "live-migrate"
    """A guest can move while it runs: `virtapi.capabilities.LiveMigratable`."""
    LIVE_MIGRATE_ABORT = "live-migrate-abort"
    """A live migration can be given up: `virtapi.capabilities.LiveMigrationAbortable`."""
    LIVE_MIGRATE_FORCE = "live-migrate-force"
    """A live migration can be brought to its end at the guest's expense:
    `virtapi.capabilities.LiveMigrationForceable`."""
    LIVE_MIGRATE_CHECK_CLEAN = "live-migrate-check-clean"
    """The check of a live migration leaves something to be removed:
    `virtapi.capabilities.LiveMigrationCheckCleanable`."""
    LIVE_MIGRATE_CLAIM = "live-migrate-claim"
    """What was claimed for a guest that moves must be made known to the driver:
    `virtapi.capabilities.MigrationClaimUsable`."""
    LIVE_MIGRATE_FINISH = "live-migrate-finish"
    """The destination has something left to do once a guest has come:
    `virtapi.capabilities.LiveMigrationFinishable`."""
    LIVE_MIGRATE_ROLL_BACK = "live-migrate-roll-back"
    """The destination has something to remove when a guest does not come:
    `virtapi.capabilities.LiveMigrationRevertible`."""
    LIVE_MIGRATE_SOURCE_DISCONNECT = "live-migrate-source-disconnect"
    """The source has something to let go of once a guest has gone:
    `virtapi.capabilities.MigrationSourceDisconnectable`."""
    LIVE_MIGRATE_SOURCE_RESTORE = "live-migrate-source-restore"
    """The source has something to give back when a guest has stayed:
    `virtapi.capabilities.MigrationSourceRestorable`."""
    CONSOLE_VNC = "console-vnc"
    """A guest's screen can be reached through VNC: `virtapi.capabilities.VncAccessible`."""
    CONSOLE_SPICE = "console-spice"
    """A guest's screen can be reached through SPICE: `virtapi.capabilities.SpiceAccessible`."""
    CONSOLE_SERIAL = "console-serial"
    """A guest's serial port can be reached over TCP: `virtapi.capabilities.SerialAccessible`."""
    CONSOLE_MKS = "console-mks"
    """A guest's screen can be reached through VMware's protocol: `virtapi.capabilities.MksAccessible`."""
    CONSOLE_OUTPUT = "console-output"
    """What a guest has written to its console can be read: `virtapi.capabilities.ConsoleReadable`."""
    DIAGNOSTICS = "diagnostics"
    """It can be told what the hypervisor has counted of a guest: `virtapi.capabilities.Diagnosable`."""
    NODE_UPTIME = "node-uptime"
    """It can be told how long a node runs: `virtapi.capabilities.UptimeReportable`."""
    NODE_PROCESSOR_TIMES = "node-processor-times"
    """It can be told what a node's processors spend their time on: `virtapi.capabilities.ProcessorTimesReportable`."""
    IMAGE_CACHE = "image-cache"
    """Images are kept on a node: `virtapi.capabilities.ImageCacheable`."""
    NODE_POWER = "node-power"
    """A node can be switched on and off: `virtapi.capabilities.NodePowerControllable`."""
    NODE_MAINTENANCE = "node-maintenance"
    """A node can be put into maintenance: `virtapi.capabilities.NodeMaintainable`."""
    NODE_ENABLE = "node-enable"
    """The hypervisor itself can keep new guests from a node: `virtapi.capabilities.NodeEnableable`."""
    PROVIDER_INVENTORY = "provider-inventory"
    """A node's offer is described as a tree of providers: `virtapi.capabilities.ProviderDescribable`."""
    PROVIDER_RESHAPE = "provider-reshape"
    """What is allocated can move between providers: `virtapi.capabilities.ProviderReshapable`."""
    NODE_RETIRE = "node-retire"
    """A node that is gone for good can be told from one that cannot be reached:
    `virtapi.capabilities.NodeRetirable`."""
    SHARES = "shares"
    """Guests can have shares of the shared file system service: `virtapi.capabilities.ShareMountable`."""
    VOLUME_ATTACH_TAG = "volume-attach-tag"
    """A volume that is attached may have a tag, which the guest can read. Without methods of its own."""
    VOLUME_MULTIATTACH = "volume-multiattach"
    """One volume may be attached to several guests at once. Without methods of its own."""
    VOLUME_LIMITS = "volume-limits"
    """It can be limited how much a guest uses a volume. Without methods of its own."""
    INTERFACE_LIMITS = "interface-limits"
    """It can be limited how much passes through a virtual interface. Without methods of its own."""
    INTERFACE_ATTACH_TAG = "interface-attach-tag"
    """A virtual interface that is attached may have a tag, which the guest can read. Without methods of its own."""
    DEVICE_TAG = "device-tag"
    """Disks and virtual interfaces that an instance boots with may have tags. Without methods of its own."""
    FILE_INJECTION = "file-injection"
    """Files can be put into a guest before it boots for the first time. Without methods of its own."""
    BOOT_PASSWORD = "boot-password"
    """A guest can be given the password of its administrator before it boots. Without methods of its own."""
    CONFIG_DRIVE = "config-drive"
    """A guest can have a disk from which it reads what it is told. Without methods of its own."""
    TRUSTED_CERTIFICATES = "trusted-certificates"
    """The signature of an image is checked against the certificates that an instance's owner trusts. Without methods of
    its own."""
    PINNED_PROCESSORS = "pinned-processors"
    """A guest's processors can each have a processor of the node for themselves. Without methods of its own."""
    ACCELERATORS = "accelerators"
    """A guest can have devices of the accelerator service. Without methods of its own."""
    RESCUE_VOLUME_BACKED = "rescue-volume-backed"
    """An instance that boots from a volume can be rescued. Without methods of its own."""
    VTPM = "vtpm"
    """A guest can have a trusted platform module that is made by software. Without methods of its own."""
    SECURE_BOOT = "secure-boot"
    """A guest can be made to boot only what is signed. Without methods of its own."""
    STATELESS_FIRMWARE = "stateless-firmware"
    """A guest's firmware can be made to keep nothing from one boot to the next. Without methods of its own."""
    PCI_NUMA_SOCKET_AFFINITY = "pci-numa-socket-affinity"
    """A guest's PCI devices can be kept to the socket of the node that its processors are on. Without methods of its
    own."""
    REMOTE_MANAGED_PORTS = "remote-managed-ports"
    """Interfaces can be plugged into a network card that another processor manages. Without methods of its own."""
    ADDRESS_SPACE_PASSTHROUGH = "address-space-passthrough"
    """A guest can see as many bits of physical addresses as the node has. Without methods of its own."""
    ADDRESS_SPACE_EMULATED = "address-space-emulated"
    """A guest can see as many bits of physical addresses as it asks for. Without methods of its own."""
    VIRTIOFS = "virtiofs"
    """A guest can have file systems of its node through virtiofs. Without methods of its own."""
    MEMORY_BACKING_FILE = "memory-backing-file"
    """A guest's memory is kept in files, which other processes of the node can share. Without methods of its own."""
    EPHEMERAL_ENCRYPTION = "ephemeral-encryption"
    """Disks on the node can be encrypted. Without methods of its own."""
    EPHEMERAL_ENCRYPTION_LUKS = "ephemeral-encryption-luks"
    """Disks on the node can be encrypted with LUKS. Without methods of its own."""
    EPHEMERAL_ENCRYPTION_PLAIN = "ephemeral-encryption-plain"
    """Disks on the node can be encrypted without a header. Without methods of its own."""
    MIGRATE_TO_SAME_NODE = "migrate-to-same-node"
    """An instance can change its flavor on the node that it is on. Without methods of its own."""
    MANAGED_PORT_BINDINGS = "managed-port-bindings"
    """The driver itself tells the network service where ports are bound; the host asks for what has changed. Without
    methods of its own."""
    IMAGE_AKI = "image-aki"
    """Instances can be made from images that hold kernels of Amazon's kind. Without methods of its own."""
    IMAGE_AMI = "image-ami"
    """Instances can be made from images that hold machines of Amazon's kind. Without methods of its own."""
    IMAGE_ARI = "image-ari"
    """Instances can be made from images that hold initial RAM disks of Amazon's kind. Without methods of its own."""
    IMAGE_ISO = "image-iso"
    """Instances can be made from images that hold optical disks. Without methods of its own."""
    IMAGE_QCOW2 = "image-qcow2"
    """Instances can be made from images that hold disks as QEMU keeps them. Without methods of its own."""
    IMAGE_RAW = "image-raw"
    """Instances can be made from images that hold disks block by block. Without methods of its own."""
    IMAGE_VDI = "image-vdi"
    """Instances can be made from images that hold disks as VirtualBox keeps them. Without methods of its own."""
    IMAGE_VHD = "image-vhd"
    """Instances can be made from images that hold disks as Virtual PC keeps them. Without methods of its own."""
    IMAGE_VHDX = "image-vhdx"
    """Instances can be made from images that hold disks as Hyper-V keeps them. Without methods of its own."""
    IMAGE_VMDK = "image-vmdk"
    """Instances can be made from images that hold disks as VMware keeps them. Without methods of its own."""
    IMAGE_PLOOP = "image-ploop"
    """Instances can be made from images that hold disks as Virtuozzo keeps them. Without methods of its own."""

    @property
    def requires(self) -> frozenset[Capability]:
        """The flags without which this one means nothing; a driver that lacks one of them does not offer this one."""
        return defaults.requires(self)
