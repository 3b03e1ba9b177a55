# Produced from hardware.pyi by `virtapi runtime`; not to be edited.
"""What an image or a flavor asks of the hardware of a guest."""

from __future__ import annotations

from dataclasses import field
from enum import Enum

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.encryption import EncryptionFormat
from virtapi.objects.firmware import FirmwareProperties
from virtapi.objects.machine import MachineProperties
from virtapi.objects.memory import MemoryProperties
from virtapi.objects.peripheral import PeripheralProperties, VideoProperties
from virtapi.objects.processor import ProcessorProperties
from virtapi.objects.volume import DiskBus, DiskKind
from virtapi.units import DeviceName, SecretId
from virtapi.values import check_fields

__all__ = [
    "DiskAllocation",
    "DiskProperties",
    "HardwareProperties",
    "InterfaceModel",
    "InterfaceProperties",
    "ScsiModel",
]


@open_enum
class ScsiModel(Enum):
    """The SCSI controller of a guest. Members will be added: who reads one needs a default branch."""

    BUS_LOGIC = "bus-logic"
    """BusLogic's."""
    IBM_VSCSI = "ibm-vscsi"
    """IBM's virtual one."""
    LSI_LOGIC = "lsi-logic"
    """LSI Logic's."""
    LSI_SAS1068 = "lsi-sas1068"
    """LSI's SAS1068."""
    LSI_SAS1078 = "lsi-sas1078"
    """LSI's SAS1078."""
    VIRTIO = "virtio"
    """One that the guest knows to be virtual."""
    VMWARE = "vmware"
    """VMware's paravirtual one."""


@open_enum
class DiskAllocation(Enum):
    """When a disk takes up its room on the node. Members will be added: who reads one needs a default branch."""

    THIN = "thin"
    """When the guest writes."""
    SPARSE = "sparse"
    """When the guest writes; its data comes as pieces with gaps between them."""
    PREALLOCATED = "preallocated"
    """At once."""
    ZEROED = "zeroed"
    """At once, and all of it is written with zeros."""
    STREAM_OPTIMIZED = "stream-optimized"
    """When the guest writes; its data comes compressed, to be read only once from beginning to end."""


@open_enum
class InterfaceModel(Enum):
    """The network card that a guest sees. Members will be added: who reads one needs a default branch."""

    E1000 = "e1000"
    """Intel's 82540EM."""
    E1000E = "e1000e"
    """Intel's 82574."""
    IGB = "igb"
    """Intel's 82576."""
    LAN9118 = "lan9118"
    """SMSC's LAN9118."""
    NE2K_PCI = "ne2k-pci"
    """One that is like Novell's NE2000, at PCI."""
    NETFRONT = "netfront"
    """Xen's."""
    PCNET = "pcnet"
    """AMD's PCnet."""
    RTL8139 = "rtl8139"
    """Realtek's 8139."""
    SPAPR_VLAN = "spapr-vlan"
    """Power's virtual one."""
    SRIOV = "sriov"
    """A virtual function of the node's card."""
    VIRTIO = "virtio"
    """One that the guest knows to be virtual."""
    VMXNET = "vmxnet"
    """VMware's first one."""
    VMXNET3 = "vmxnet3"
    """VMware's third one."""


@data
class DiskProperties:
    """What is asked of a guest's disks. None: nothing is asked, and the driver does as it thinks best."""

    bus: DiskBus | None = None
    """How the guest reaches its disks."""
    cdrom_bus: DiskBus | None = None
    """How the guest reaches its optical disks."""
    floppy_bus: DiskBus | None = None
    """How the guest reaches its floppy disks."""
    rescue_bus: DiskBus | None = None
    """How the guest reaches the disk that it is rescued from."""
    rescue_kind: DiskKind | None = None
    """What the disk that it is rescued from is to the guest."""
    scsi_model: ScsiModel | None = None
    """The SCSI controller."""
    allocation: DiskAllocation | None = None
    """When a disk takes up its room on the node."""
    linked: bool | None = None
    """Whether the disk may be a copy that keeps only what differs from the image."""
    grow: bool | None = None
    """Whether the partition and the file system of the root disk are made as large as the disk."""
    root_device: DeviceName | None = None
    """The name of the disk that the guest's operating system expects to be on."""
    encrypted: bool | None = None
    """Whether its disks on the node are encrypted."""
    encryption_format: EncryptionFormat | None = None
    """The format, where they are encrypted."""
    image_secret: SecretId | None = None
    """What opens the data of the image, as the host keeps it; None: the data is not encrypted."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class InterfaceProperties:
    """What is asked of a guest's virtual interfaces. None: nothing is asked, and the driver does as it thinks best."""

    model: InterfaceModel | None = None
    """The network card that the guest sees."""
    multiqueue: bool | None = None
    """Whether each has as many queues as the guest has processors."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class HardwareProperties:
    """What is asked of the hardware of a guest.

    An image asks for what its software needs, a flavor for what its operator grants. The host refuses an instance whose
    image and flavor contradict each other; where both speak, the flavor's word counts.
    """

    machine: MachineProperties = field(default_factory=MachineProperties)
    """What is asked of the machine as a whole."""
    processors: ProcessorProperties = field(default_factory=ProcessorProperties)
    """What is asked of the processors."""
    memory: MemoryProperties = field(default_factory=MemoryProperties)
    """What is asked of the memory."""
    firmware: FirmwareProperties = field(default_factory=FirmwareProperties)
    """What is asked of the firmware."""
    disks: DiskProperties = field(default_factory=DiskProperties)
    """What is asked of the disks."""
    interfaces: InterfaceProperties = field(default_factory=InterfaceProperties)
    """What is asked of the virtual interfaces."""
    video: VideoProperties = field(default_factory=VideoProperties)
    """What is asked of the video adapter."""
    peripherals: PeripheralProperties = field(default_factory=PeripheralProperties)
    """What is asked of all other devices."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
