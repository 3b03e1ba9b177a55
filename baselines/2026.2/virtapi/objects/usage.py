# Produced from usage.pyi by `virtapi runtime`; not to be edited.
"""How much guests have read from volumes and written to them."""

from __future__ import annotations

from typing import Annotated

from annotated_types import Ge, Le

from virtapi._data import data
from virtapi.units import Bytes, Count, VolumeId
from virtapi.values import check_fields

__all__ = ["VolumeUsage"]


@data
class VolumeUsage:
    """What an instance has done with one of its volumes since the guest was last started."""

    volume: VolumeId
    """The volume."""
    reads: Annotated[Count, Ge(0), Le(2**63 - 1)]
    """How often it has read."""
    read: Annotated[Bytes, Ge(0), Le(2**63 - 1)]
    """How much it has read, in bytes."""
    writes: Annotated[Count, Ge(0), Le(2**63 - 1)]
    """How often it has written."""
    written: Annotated[Bytes, Ge(0), Le(2**63 - 1)]
    """How much it has written, in bytes."""
    errors: Annotated[Count, Ge(0), Le(2**63 - 1)] | None = None
    """How often reading or writing has failed; None: it is not counted."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
