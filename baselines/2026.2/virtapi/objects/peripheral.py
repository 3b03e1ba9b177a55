# Produced from peripheral.pyi by `virtapi runtime`; not to be edited.
"""What is asked of the smaller devices of a guest: video, input, sound, USB, and what has no room of its own."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le

from virtapi._data import data
from virtapi.contract import open_enum
from virtapi.objects.pci import PciNumaPolicy
from virtapi.units import Count, DeviceRevision, MiB
from virtapi.values import check_fields

__all__ = [
    "InputBus",
    "IommuModel",
    "PeripheralProperties",
    "PointerModel",
    "RandomModel",
    "SoundModel",
    "UsbModel",
    "VideoModel",
    "VideoProperties",
    "WatchdogAction",
]


@open_enum
class VideoModel(Enum):
    """The video adapter of a guest. Members will be added: who reads one needs a default branch."""

    BOCHS = "bochs"
    """The standard adapter of QEMU, without the old modes of VGA."""
    CIRRUS = "cirrus"
    """A Cirrus Logic GD5446."""
    GOP = "gop"
    """The Graphics Output Protocol of UEFI."""
    NONE = "none"
    """None at all."""
    QXL = "qxl"
    """The adapter of SPICE."""
    VGA = "vga"
    """A VGA adapter."""
    VIRTIO = "virtio"
    """An adapter that the guest knows to be virtual."""
    VMVGA = "vmvga"
    """The adapter of VMware."""
    XEN = "xen"
    """The adapter of Xen."""


@open_enum
class InputBus(Enum):
    """How a guest reaches its keyboard and pointer. Members will be added: who reads one needs a default branch."""

    USB = "usb"
    """Through USB."""
    VIRTIO = "virtio"
    """As devices that the guest knows to be virtual."""


@open_enum
class PointerModel(Enum):
    """The pointing device of a guest. Members will be added: who reads one needs a default branch."""

    USB_TABLET = "usb-tablet"
    """A tablet at USB, which tells absolute positions."""


@open_enum
class RandomModel(Enum):
    """The source of random numbers of a guest. Members will be added: who reads one needs a default branch."""

    VIRTIO = "virtio"
    """A device that the guest knows to be virtual."""


@open_enum
class SoundModel(Enum):
    """The sound card of a guest. Members will be added: who reads one needs a default branch."""

    AC97 = "ac97"
    """Intel AC'97."""
    ES1370 = "es1370"
    """Ensoniq AudioPCI."""
    ICH6 = "ich6"
    """Intel HD Audio of ICH6."""
    ICH9 = "ich9"
    """Intel HD Audio of ICH9."""
    PC_SPEAKER = "pc-speaker"
    """The loudspeaker of a PC."""
    SOUND_BLASTER_16 = "sound-blaster-16"
    """Creative Sound Blaster 16."""
    USB = "usb"
    """A sound card at USB."""
    VIRTIO = "virtio"
    """A card that the guest knows to be virtual."""


@open_enum
class UsbModel(Enum):
    """The USB controller of a guest. Members will be added: who reads one needs a default branch."""

    NONE = "none"
    """None at all."""
    NEC_XHCI = "nec-xhci"
    """NEC's for USB 3."""
    QEMU_XHCI = "qemu-xhci"
    """QEMU's own for USB 3."""


@open_enum
class IommuModel(Enum):
    """The IOMMU of a guest. Members will be added: who reads one needs a default branch."""

    AUTO = "auto"
    """The one that fits the architecture."""
    INTEL = "intel"
    """Intel's."""
    SMMU_V3 = "smmu-v3"
    """Arm's."""
    VIRTIO = "virtio"
    """One that the guest knows to be virtual."""


@open_enum
class WatchdogAction(Enum):
    """What becomes of a guest that no longer answers its watchdog. Members will be added: who reads one needs a default
    branch."""

    DISABLED = "disabled"
    """It has no watchdog."""
    NONE = "none"
    """Nothing."""
    PAUSE = "pause"
    """It is paused."""
    POWER_OFF = "power-off"
    """It is shut down."""
    RESET = "reset"
    """It is rebooted hard."""


@data
class VideoProperties:
    """What is asked of a guest's video adapter. None: nothing is asked, and the driver does as it thinks best."""

    model: VideoModel | None = None
    """The model."""
    memory: Annotated[MiB, Ge(1), Le(2**20)] | None = None
    """How much memory it has, in MiB; of a flavor: how much it may have at most."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class PeripheralProperties:
    """What is asked of a guest's other devices. None: nothing is asked, and the driver does as it thinks best."""

    input_bus: InputBus | None = None
    """How the guest reaches its keyboard and pointer."""
    pointer: PointerModel | None = None
    """The pointing device."""
    random: RandomModel | None = None
    """The source of random numbers."""
    sound: SoundModel | None = None
    """The sound card."""
    usb: UsbModel | None = None
    """The USB controller."""
    usb_redirections: Annotated[Count, Ge(0), Le(1_000)] | None = None
    """How many USB devices a person at the console can lend the guest at once."""
    serial_ports: Annotated[Count, Ge(0), Le(1_000)] | None = None
    """How many serial ports it has; of a flavor: how many it may have at most."""
    iommu: IommuModel | None = None
    """The IOMMU."""
    watchdog: WatchdogAction | None = None
    """What becomes of the guest when it no longer answers its watchdog."""
    packed_rings: bool | None = None
    """Whether virtual devices use the packed layout of virtio's rings."""
    pci_numa_policy: PciNumaPolicy | None = None
    """How near to its PCI devices the guest must be."""
    xen_revision: Annotated[DeviceRevision, Ge(0), Le(65_535)] | None = None
    """The revision of the platform device by which Xen's tools in the guest know what to expect."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
