"""What the first bytes of a qcow2 file say of it.

An image comes from users, so it is looked at before QEMU is: one that names another file would give the guest that
file of the node. The fields are those of https://gitlab.com/qemu-project/qemu/-/blob/master/docs/interop/qcow2.rst.
"""

import struct
from pathlib import Path

from virtapi.units import Bytes

__all__ = ["UnfitQcow2", "virtual_size"]

HEADER = struct.Struct(">4sIQIIQI36xQ")
"""Magic, version, place and length of the backing file's name, cluster bits, size, encryption, features."""
MAGIC = b"QFI\xfb"
HARMLESS_FEATURES = 0b11000
"""Another compression, and clusters with parts; the rest is damage, data in another file, or not known."""


class UnfitQcow2(Exception):
    """The file is no qcow2 that may be given to a guest; the message is why."""


def virtual_size(path: Path) -> Bytes:
    """How large a guest sees the disk.

    Raises:
        UnfitQcow2: the file is none, names another file, is encrypted, or needs what is not known here.
    """
    with path.open("rb") as file:
        head = file.read(HEADER.size)
    if len(head) < 72 or not head.startswith(MAGIC):
        raise UnfitQcow2("it is no qcow2 file")
    _, version, backing, _, _, size, encryption, features = HEADER.unpack(head.ljust(HEADER.size, b"\0"))
    if version not in (2, 3):
        raise UnfitQcow2(f"it is of the unknown version {version}")
    if backing:
        raise UnfitQcow2("it names a backing file")
    if encryption:
        raise UnfitQcow2("it is encrypted")
    if version == 3 and features & ~HARMLESS_FEATURES:
        raise UnfitQcow2(f"it needs features that are not allowed: {features:#x}")
    return Bytes(size)
