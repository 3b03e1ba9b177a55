"""An image becomes the root disk of an instance."""

import os
import shutil
import subprocess
from pathlib import Path

from virtapi.exceptions import CallCancelled, ImageUnsuitable
from virtapi.objects.image import ContainerFormat, DiskFormat, Image
from virtapi.objects.instance import Instance
from virtapi.objects.request import Progress
from virtapi.units import Bytes, CertificateId, Percent
from virtapi_libvirt.disks import FORMATS, GuestDisk
from virtapi_libvirt.qcow2 import UnfitQcow2, virtual_size
from virtapi_libvirt.session import Session

__all__ = ["check_image", "make_root"]


def check_image(image: Image, instance: Instance, disk: GuestDisk) -> None:
    """Look at all that is known of an image before it is read.

    Raises:
        ImageUnsuitable: the driver does not know its format, or it needs more than the instance has.
    """
    if image.format not in FORMATS:
        raise ImageUnsuitable(image=image.id, reason=f"the format {image.format.value} cannot be used")
    if image.container is not ContainerFormat.BARE:
        raise ImageUnsuitable(image=image.id, reason=f"the container {image.container.value} cannot be used")
    if image.least_memory > instance.flavor.memory:
        raise ImageUnsuitable(image=image.id, reason=f"it needs {image.least_memory} MiB of memory")
    if disk.size and image.least_disk * 2**30 > disk.size:
        raise ImageUnsuitable(image=image.id, reason=f"it needs a disk of {image.least_disk} GiB")


def make_root(session: Session, image: Image, disk: GuestDisk, certificates: frozenset[CertificateId] | None) -> None:
    """Write the image to the file of the disk, look at it, and let it grow to the size of the disk.

    Args:
        session: what the call works with.
        image: the image.
        disk: the disk, whose file is not there yet.
        certificates: those by which the image must be signed, as the plan has them.

    Raises:
        CallCancelled: the call was cancelled meanwhile.
        HostError: as the host says of the image.
        ImageUnsuitable: the driver cannot use the data, or the disk is too small for it.
    """
    _write(session, image, disk.path, certificates)
    try:
        size = virtual_size(disk.path) if image.format is DiskFormat.QCOW2 else Bytes(disk.path.stat().st_size)
    except UnfitQcow2 as unfit:
        raise ImageUnsuitable(image=image.id, reason=str(unfit)) from unfit
    if disk.size and size > disk.size:
        raise ImageUnsuitable(image=image.id, reason=f"its {size} bytes do not fit into a disk of {disk.size}")
    if size < disk.size:
        _grow(image, disk)


def _write(session: Session, image: Image, path: Path, certificates: frozenset[CertificateId] | None) -> None:
    written = 0
    reading = session.host.read_image(session.call, image, certificates=certificates)
    with reading as data, path.open("xb") as file:
        for piece in data:
            if session.call.cancelled():
                raise CallCancelled
            written += file.write(piece)
            done = Percent(min(100, 100 * written / max(1, image.size)))
            session.call.progress(Progress(done=done, step="reading the image"))


def _grow(image: Image, disk: GuestDisk) -> None:
    if disk.format is DiskFormat.RAW:
        os.truncate(disk.path, disk.size)
        return
    tool = shutil.which("qemu-img")
    if tool is None:
        raise ImageUnsuitable(image=image.id, reason="qemu-img is not installed, so its disk cannot grow")
    command = [tool, "resize", "-f", disk.format.value, str(disk.path), str(disk.size)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise ImageUnsuitable(image=image.id, reason=f"its disk cannot grow: {run.stderr.strip()}")
