from typing import ClassVar

from complete import Complete

from virtapi.flags import Capability


class Wrong(Complete):
    RELEASES = "2026.1"  # D: override-type `RELEASES` is `str`: the release says `tuple[str, str]`


class Right(Complete):
    RELEASES: ClassVar[tuple[str, str]] = ("2026.1", "2026.1")
    FLAGS = frozenset({Capability.SECURE_BOOT})
