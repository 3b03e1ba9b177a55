"""A qcow2 file that a user has made is looked at before QEMU is."""

import struct
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtapi_libvirt.qcow2 import UnfitQcow2, virtual_size


def header(*, version: int = 3, backing: int = 0, size: int = 2**20, encryption: int = 0, features: int = 0) -> bytes:
    return struct.pack(">4sIQIIQI36xQ", b"QFI\xfb", version, backing, 0, 16, size, encryption, features)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no qcow2"),
        (b"QFI\xfb", "no qcow2"),
        (b"\0" * 512, "no qcow2"),
        (header(version=1), "version 1"),
        (header(backing=104), "backing file"),
        (header(version=2, backing=104), "backing file"),
        (header(encryption=2), "encrypted"),
        (header(features=0b100), "0x4"),
        (header(features=1 << 40), "not allowed"),
    ],
)
def test_a_file_is_refused_for_a_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "image"
    file.write_bytes(data)
    with pytest.raises(UnfitQcow2, match=reason):
        virtual_size(file)


@pytest.mark.parametrize("good", [header(), header(version=2, features=0b100), header(features=0b11000)])
def test_a_good_file_has_a_size(tmp_path: Path, good: bytes) -> None:
    file = tmp_path / "image"
    file.write_bytes(good + bytes(512))
    assert virtual_size(file) == 2**20


@given(data=st.binary(max_size=120) | st.binary(min_size=60, max_size=120).map(lambda rest: b"QFI\xfb" + rest))
def test_no_file_breaks_the_driver(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any"
    file.write_bytes(data)
    with suppress(UnfitQcow2):
        assert virtual_size(file) >= 0
