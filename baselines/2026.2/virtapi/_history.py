# Produced from the baselines by `virtapi runtime`; not to be edited.
"""Which release this is, which ones came before it, and what of their data it has no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["RELEASE", "RELEASES", "REMOVED"]

RELEASE: str = "2026.2"
"""The release that this package is, or will become."""
RELEASES: tuple[str, ...] = ("2026.1", "2026.2")
"""Every release up to this one, oldest first."""
REMOVED: Mapping[str, tuple[str, str | None]] = {}
"""Classes, their fields and values of enums that are gone, as `Class`, `Class.field` and `Enum=value`: the release that
has them no more, and what came in their place."""
