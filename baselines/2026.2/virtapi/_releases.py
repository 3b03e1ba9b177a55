"""The order of releases: which of two is older, and which release a point release goes with."""

from __future__ import annotations

import re

__all__ = ["line_of", "order_of"]


def order_of(release: str, /) -> tuple[int, ...]:
    """What sorts releases by age: `2026.2` before `2026.10`.

    Raises:
        ValueError: it is not written as a release is, such as `2026.1`.
    """
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9}){1,3}", release):
        raise ValueError(f"{release!r} is no release: write it as 2026.1")
    return tuple(map(int, release.split(".")))


def line_of(release: str, /) -> str:
    """The release that a point release goes with: `2026.1` of `2026.1.3`, in which the interface is the same."""
    return ".".join(map(str, order_of(release)[:2]))
