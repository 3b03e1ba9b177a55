"""The disks of an instance: files in a folder of its own, with a place and a name in the guest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from virtapi.objects.disk import DiskPlan, EphemeralDisk, RootDisk, SwapDisk
from virtapi.objects.image import DiskFormat
from virtapi.objects.volume import DiskBus
from virtapi.units import BootIndex, Bytes, DeviceName, InstanceUuid
from virtapi_libvirt.options import LibvirtOptions

__all__ = ["GuestDisk", "folder_of", "lay_out", "root_format"]

PREFIXES: Mapping[DiskBus, str] = {DiskBus.VIRTIO: "vd", DiskBus.IDE: "hd"}
"""How the names of disks begin, by their bus; all others: `sd`."""
FORMATS = (DiskFormat.RAW, DiskFormat.QCOW2)
"""The formats that a disk can be kept in."""

Planned: TypeAlias = tuple[Path, DiskFormat, Bytes, RootDisk | EphemeralDisk | SwapDisk]
"""A disk of a plan: its file, the format and the size that it will have, and what the plan says of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestDisk:
    """A disk that is a file on the node."""

    path: Path
    """The file."""
    format: DiskFormat
    """How the blocks are kept in it."""
    size: Bytes
    """How large the guest sees it; 0: as large as the image that it is made from."""
    bus: DiskBus
    """How the guest reaches it."""
    device: DeviceName
    """Its name, which no other disk of the guest has."""
    boot: int | None
    """Its place in the order of booting, 1 comes first; None: the guest does not boot from it."""


def folder_of(options: LibvirtOptions, instance: InstanceUuid) -> Path:
    """The folder of an instance's disks."""
    return Path(options.folder, "instances", str(instance))


def root_format(folder: Path) -> DiskFormat:
    """The format of the disk that was made from an image; `RAW` where there is none. Its name says it."""
    return next((each for each in FORMATS if _root(folder, each).exists()), DiskFormat.RAW)


def lay_out(folder: Path, disks: DiskPlan, root: DiskFormat, bus: DiskBus) -> Sequence[GuestDisk]:
    """The disks of a plan, in the order in which the guest sees them. No file is touched.

    Args:
        folder: where their files are.
        disks: the plan.
        root: the format of the disk that is made from the image.
        bus: how the guest reaches those of which nothing is said.
    """
    plans = list(_files(folder, disks, root))
    buses = [each.bus or bus for _, _, _, each in plans]
    names = name_disks([(bus, each.device) for bus, (_, _, _, each) in zip(buses, plans, strict=True)])
    order = boot_order([None if isinstance(each, SwapDisk) else each.boot_index for _, _, _, each in plans])
    return tuple(
        GuestDisk(path=path, format=kind, size=size, bus=bus, device=name, boot=boot)
        for (path, kind, size, _), bus, name, boot in zip(plans, buses, names, order, strict=True)
    )


def boot_order(indexes: Sequence[BootIndex | None]) -> Sequence[int | None]:
    """The places in the order of booting, each only once, as libvirt demands; of two with one index the first."""
    wanted = sorted((index, number) for number, index in enumerate(indexes) if index is not None)
    places = {number: place for place, (_, number) in enumerate(wanted, start=1)}
    return [places.get(number) for number in range(len(indexes))]


def name_disks(wanted: Sequence[tuple[DiskBus, DeviceName | None]]) -> Sequence[DeviceName]:
    """A name for each disk: the one that is hoped for, where it fits the bus and is free, or else the next one."""
    names: dict[int, DeviceName] = {}
    for number, (bus, hoped) in enumerate(wanted):
        if hoped is not None and _fits(bus, hoped) and hoped not in names.values():
            names[number] = hoped
    for number, (bus, _) in enumerate(wanted):
        if number not in names:
            letters = (f"{PREFIXES.get(bus, 'sd')}{letters_of(place)}" for place in range(len(wanted) * 2))
            names[number] = next(DeviceName(name) for name in letters if name not in names.values())
    return [names[number] for number in range(len(wanted))]


def letters_of(place: int) -> str:
    """The letters of a place, as disks are counted: a to z, aa to az, ba and so on."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _files(folder: Path, disks: DiskPlan, root: DiskFormat) -> Iterator[Planned]:
    if disks.root is not None:
        yield _root(folder, root), root, Bytes(disks.root.size * 2**30), disks.root
    for number, disk in enumerate(disks.ephemerals):
        yield folder / f"ephemeral{number}.raw", DiskFormat.RAW, Bytes(disk.size * 2**30), disk
    if disks.swap is not None:
        yield folder / "swap.raw", DiskFormat.RAW, Bytes(disks.swap.size * 2**20), disks.swap


def _fits(bus: DiskBus, name: DeviceName) -> bool:
    prefix = PREFIXES.get(bus, "sd")
    letters = name.removeprefix(prefix)
    return (
        name.startswith(prefix) and letters.isascii() and letters.isalpha() and letters.islower() and len(letters) < 3
    )


def _root(folder: Path, kind: DiskFormat) -> Path:
    return folder / f"root.{kind.value}"
