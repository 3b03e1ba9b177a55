"""What libvirt says that its host can run."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

__all__ = ["GuestPlatform", "HostCapabilities", "read_capabilities"]

PREFERRED = ("kvm", "qemu", "xen", "hvf", "bhyve", "vz", "lxc")
"""The kinds of domains, the best first; what is not named comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestPlatform:
    """One kind of guest that the host can run."""

    architecture: str
    """The instruction set, as libvirt calls it."""
    os_type: str
    """What the guest sees of the machine: `hvm`, `xen`, `exe`."""
    domain_type: str
    """What runs it, such as `kvm`."""
    emulator: str | None
    """The program that runs it; None: libvirt knows."""
    machines: frozenset[str] = frozenset()
    """The kinds of boards that it can have; none: libvirt does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostCapabilities:
    """What a host is and what it can run."""

    architecture: str
    """The instruction set of the host itself."""
    platforms: Sequence[GuestPlatform]
    """What it can run, the best of each architecture first."""


def read_capabilities(xml: str) -> HostCapabilities:
    """Read the document that `virConnectGetCapabilities` gives."""
    root = etree.fromstring(xml)
    platforms = [
        GuestPlatform(
            architecture=architecture.get("name", ""),
            os_type=guest.findtext("os_type", ""),
            domain_type=domain.get("type", ""),
            emulator=domain.findtext("emulator") or architecture.findtext("emulator"),
            machines=frozenset(
                each.text for place in (architecture, domain) for each in place.iterfind("machine") if each.text
            ),
        )
        for guest in root.iterfind("guest")
        for architecture in guest.iterfind("arch")
        for domain in architecture.iterfind("domain")
    ]
    return HostCapabilities(
        architecture=root.findtext("host/cpu/arch", ""), platforms=tuple(sorted(platforms, key=_rank))
    )


def _rank(platform: GuestPlatform) -> tuple[bool, int]:
    kind = platform.domain_type
    return platform.os_type != "hvm", PREFERRED.index(kind) if kind in PREFERRED else len(PREFERRED)
