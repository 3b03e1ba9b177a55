# Produced from memory.pyi by `virtapi runtime`; not to be edited.
"""What is asked of the memory of a guest."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le

from virtapi._data import data
from virtapi.contract import open_base, open_enum
from virtapi.objects.numa import NumaRequest
from virtapi.units import KiB
from virtapi.values import check_fields

__all__ = ["KindOfPages", "MemoryEncryption", "MemoryProperties", "PageKind", "PageRequest", "PagesOfSize"]


@open_enum
class PageKind(Enum):
    """How large the pages of a guest's memory are, roughly. Members will be added: who reads one needs a default
    branch."""

    SMALL = "small"
    """The smallest that the node has."""
    LARGE = "large"
    """Larger than the smallest."""
    ANY = "any"
    """As the driver thinks best, large ones first."""


@open_base
@data
class PageRequest:
    """How large the pages of a guest's memory are to be. Each way of asking is a subclass, and more will be added."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class KindOfPages(PageRequest):
    """Any size of a kind."""

    kind: PageKind
    """The kind."""


@data
class PagesOfSize(PageRequest):
    """One size and no other."""

    size: Annotated[KiB, Ge(1), Le(2**40)]
    """The size, in KiB."""


@open_enum
class MemoryEncryption(Enum):
    """How the processor encrypts the memory of a guest. Members will be added: who reads one needs a default
    branch."""

    NONE = "none"
    """Not at all."""
    ANY = "any"
    """In any way that the node has."""
    AMD_SEV = "amd-sev"
    """By AMD's Secure Encrypted Virtualization."""
    AMD_SEV_ES = "amd-sev-es"
    """By AMD's Secure Encrypted Virtualization, the processor's registers included."""


@data
class MemoryProperties:
    """What is asked of a guest's memory. None: nothing is asked, and the driver does as it thinks best."""

    pages: PageRequest | None = None
    """How large its pages are to be."""
    numa: NumaRequest | None = None
    """Which NUMA cells the guest is to see. Where the cells were chosen stands in `Instance.numa`."""
    locked: bool | None = None
    """Whether the node must not swap it out."""
    encryption: MemoryEncryption | None = None
    """How the processor encrypts it."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
