"""The kinds of machines that guests can be, and what is asked of one."""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from annotated_types import MinLen

from virtapi.contract import open_enum
from virtapi.values import matches

__all__ = ["Architecture", "HypervisorKind", "HypervisorWish", "MachineProperties", "VirtualMachineMode"]

@open_enum
class Architecture(Enum):
    """The instruction set of a processor. Members will be added: who reads one needs a default branch."""

    AARCH64 = "aarch64"
    """64-bit Arm."""
    ALPHA = "alpha"
    """DEC Alpha."""
    ARMV6 = "armv6"
    """32-bit Arm, version 6."""
    ARMV7B = "armv7b"
    """32-bit Arm, version 7, big-endian."""
    ARMV7L = "armv7l"
    """32-bit Arm, version 7, little-endian."""
    CRIS = "cris"
    """Axis CRIS."""
    I686 = "i686"
    """32-bit x86."""
    IA64 = "ia64"
    """Itanium."""
    LM32 = "lm32"
    """LatticeMico32."""
    M68K = "m68k"
    """Motorola 68000."""
    MICROBLAZE = "microblaze"
    """MicroBlaze, big-endian."""
    MICROBLAZEEL = "microblazeel"
    """MicroBlaze, little-endian."""
    MIPS = "mips"
    """32-bit MIPS, big-endian."""
    MIPS64 = "mips64"
    """64-bit MIPS, big-endian."""
    MIPS64EL = "mips64el"
    """64-bit MIPS, little-endian."""
    MIPSEL = "mipsel"
    """32-bit MIPS, little-endian."""
    OPENRISC = "openrisc"
    """OpenRISC."""
    PARISC = "parisc"
    """32-bit PA-RISC."""
    PARISC64 = "parisc64"
    """64-bit PA-RISC."""
    PPC = "ppc"
    """32-bit Power, big-endian."""
    PPC64 = "ppc64"
    """64-bit Power, big-endian."""
    PPC64LE = "ppc64le"
    """64-bit Power, little-endian."""
    PPCEMB = "ppcemb"
    """32-bit Power for embedded systems."""
    PPCLE = "ppcle"
    """32-bit Power, little-endian."""
    RISCV64 = "riscv64"
    """64-bit RISC-V."""
    S390 = "s390"
    """ESA/390."""
    S390X = "s390x"
    """64-bit z/Architecture."""
    SH4 = "sh4"
    """SuperH 4, little-endian."""
    SH4EB = "sh4eb"
    """SuperH 4, big-endian."""
    SPARC = "sparc"
    """32-bit SPARC."""
    SPARC64 = "sparc64"
    """64-bit SPARC."""
    UNICORE32 = "unicore32"
    """UniCore32."""
    X86_64 = "x86_64"
    """64-bit x86."""
    XTENSA = "xtensa"
    """Xtensa, little-endian."""
    XTENSAEB = "xtensaeb"
    """Xtensa, big-endian."""

@open_enum
class VirtualMachineMode(Enum):
    """What a guest sees of the machine. Members will be added: who reads one needs a default branch."""

    HVM = "hvm"
    """A machine like a real one."""
    XEN = "xen"
    """A machine that the guest knows to be virtual."""
    USER_MODE = "user-mode"
    """No machine: its kernel is a program of the node (User Mode Linux)."""
    CONTAINER = "container"
    """No machine, but the node's own operating system."""
    BARE_METAL = "bare-metal"
    """The node itself."""

@open_enum
class HypervisorKind(Enum):
    """What runs guests. Members will be added: who reads one needs a default branch."""

    BARE_METAL = "bare-metal"
    """Nothing: the guest has the node for itself."""
    BHYVE = "bhyve"
    """bhyve of FreeBSD."""
    DOCKER = "docker"
    """Docker."""
    HYPER_V = "hyper-v"
    """Hyper-V."""
    KVM = "kvm"
    """QEMU with the help of the Linux kernel."""
    LXC = "lxc"
    """LXC."""
    LXD = "lxd"
    """LXD."""
    OPENVZ = "openvz"
    """OpenVZ."""
    PARALLELS = "parallels"
    """Parallels."""
    POWERVM = "powervm"
    """PowerVM (pHyp)."""
    PRSM = "prsm"
    """PR/SM of IBM Z."""
    QEMU = "qemu"
    """QEMU alone, which emulates every instruction."""
    USER_MODE_LINUX = "user-mode-linux"
    """User Mode Linux."""
    VIRTUALBOX = "virtualbox"
    """VirtualBox."""
    VIRTUOZZO = "virtuozzo"
    """Virtuozzo."""
    VMWARE = "vmware"
    """vSphere."""
    XEN = "xen"
    """Xen."""
    ZVM = "zvm"
    """z/VM."""

@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorWish:
    """Which hypervisors will do."""

    kind: HypervisorKind | None = None
    """What kind it must be; None: any."""
    versions: Annotated[str, matches("(<|<=|==|!=|>=|>)[0-9.]+(,(<|<=|==|!=|>=|>)[0-9.]+)*")] | None = None
    """Which versions will do, such as `>=4.2,<6`: all of the comparisons must hold; None: any."""

@dataclass(frozen=True, slots=True, kw_only=True)
class MachineProperties:
    """What is asked of the machine as a whole. None: nothing is asked, and the driver does as it thinks best."""

    architecture: Architecture | None = None
    """The instruction set of the node."""
    emulated_architecture: Architecture | None = None
    """The instruction set that the guest sees, where it is to be another than the node's."""
    mode: VirtualMachineMode | None = None
    """What the guest sees of the machine."""
    machine_type: Annotated[str, MinLen(1)] | None = None
    """The kind of board, as the hypervisor names it, such as `q35`."""
    hypervisor: HypervisorWish | None = None
    """Which hypervisors will do."""
    hide_hypervisor: bool | None = None
    """Whether the guest must not be able to tell that it is virtual."""
    high_precision_timer: bool | None = None
    """Whether the guest has a high precision event timer (HPET)."""
