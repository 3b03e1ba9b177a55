# Produced from numa.pyi by `virtapi runtime`; not to be edited.
"""NUMA: which processors and which memory of a node are near to each other, and which of them a guest has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi._data import data
from virtapi.contract import open_base
from virtapi.objects.processor import EmulatorThreadPolicy, ProcessorPolicy, ThreadPolicy
from virtapi.units import Count, KiB, MiB, NumaCellId, ProcessorIndex, Processors, SocketIndex
from virtapi.values import check_fields

__all__ = [
    "CellProportions",
    "EvenNumaRequest",
    "ExactNumaRequest",
    "InstanceNuma",
    "InstanceNumaCell",
    "MemoryPages",
    "NumaCell",
    "NumaRequest",
    "NumaTopology",
]


@data
class MemoryPages:
    """The pages of one size that a NUMA cell of a node has."""

    size: Annotated[KiB, Ge(1), Le(2**40)]
    """How large each is, in KiB."""
    total: Annotated[Count, Ge(0), Le(2**53)]
    """How many there are."""
    used: Annotated[Count, Ge(0), Le(2**53)] = Count(0)
    """How many of them guests have."""
    reserved: Annotated[Count, Ge(0), Le(2**53)] = Count(0)
    """How many of them are not for guests."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class NumaCell:
    """A NUMA cell of a node: processors and memory that are near to each other."""

    id: Annotated[NumaCellId, Ge(0), Le(65_535)]
    """The number that the node gives it."""
    socket: Annotated[SocketIndex, Ge(0), Le(65_535)] | None = None
    """The socket that it is in; None: it is not known."""
    shared: frozenset[Annotated[ProcessorIndex, Ge(0), Le(65_535)]] = frozenset()
    """The processors of the node that guests share."""
    dedicable: frozenset[Annotated[ProcessorIndex, Ge(0), Le(65_535)]] = frozenset()
    """The processors of the node that a guest can have for itself."""
    dedicated: frozenset[Annotated[ProcessorIndex, Ge(0), Le(65_535)]] = frozenset()
    """Those that a guest has for itself at the moment."""
    siblings: Sequence[frozenset[Annotated[ProcessorIndex, Ge(0), Le(65_535)]]] = ()
    """Which processors are threads of one core: a set for each core."""
    processors_used: Annotated[Processors, Ge(0), Le(2**31)] = Processors(0)
    """How many processors guests see in it together; more than it has, where it overcommits."""
    memory: Annotated[MiB, Ge(0), Le(2**40)]
    """How much memory it has, in MiB."""
    memory_used: Annotated[MiB, Ge(0), Le(2**40)] = MiB(0)
    """How much of the memory guests have, in MiB."""
    pages: Sequence[MemoryPages] = ()
    """The pages that its memory consists of, by size."""
    physical_networks: frozenset[str] = frozenset()
    """The physical networks that it is near to."""
    tunnels: bool = False
    """Whether it is near to the interface through which tunnelled networks go."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class NumaTopology:
    """The NUMA cells of a node."""

    cells: Sequence[NumaCell] = ()
    """The cells, in the order of their numbers."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class InstanceNumaCell:
    """A NUMA cell that a guest sees, and what of the node it is made from."""

    cell: Annotated[NumaCellId, Ge(0), Le(65_535)] | None = None
    """The cell of the node that it is in; None: none is chosen yet."""
    shared: frozenset[Annotated[ProcessorIndex, Ge(0), Le(65_535)]] = frozenset()
    """The guest's processors in it that share the node's."""
    dedicated: frozenset[Annotated[ProcessorIndex, Ge(0), Le(65_535)]] = frozenset()
    """The guest's processors in it that have one of the node for themselves."""
    pinned: Mapping[Annotated[ProcessorIndex, Ge(0), Le(65_535)], Annotated[ProcessorIndex, Ge(0), Le(65_535)]] = field(
        default_factory=dict[ProcessorIndex, ProcessorIndex]
    )
    """The processor of the node that each dedicated processor of the guest has, by the guest's; none where no cell is
    chosen yet."""
    reserved: frozenset[Annotated[ProcessorIndex, Ge(0), Le(65_535)]] = frozenset()
    """The processors of the node that the hypervisor has for its own work for the guest."""
    memory: Annotated[MiB, Ge(1), Le(2**40)]
    """How much memory the guest has in it, in MiB."""
    page_size: Annotated[KiB, Ge(1), Le(2**40)] | None = None
    """How large the pages of that memory are, in KiB; None: as the node pleases."""
    policy: ProcessorPolicy | None = None
    """Whether its processors have processors of the node for themselves; None: nothing was asked."""
    thread_policy: ThreadPolicy | None = None
    """Where dedicated ones may be among the threads of the node's cores; None: nothing was asked."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class InstanceNuma:
    """The NUMA cells that a guest sees, and where on the node they are."""

    cells: Annotated[Sequence[InstanceNumaCell], MinLen(1)]
    """The cells, in the order in which the guest sees them."""
    emulator_threads: EmulatorThreadPolicy | None = None
    """Where the threads run that do the hypervisor's own work; None: nothing was asked."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class CellProportions:
    """What a NUMA cell of a guest is to hold."""

    processors: Annotated[frozenset[Annotated[ProcessorIndex, Ge(0), Le(65_535)]], MinLen(1)]
    """The guest's processors that are in it."""
    memory: Annotated[MiB, Ge(1), Le(2**40)]
    """How much memory is in it, in MiB."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@open_base
@data
class NumaRequest:
    """Which NUMA cells a guest is to see. Each way of asking is a subclass, and more will be added."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class EvenNumaRequest(NumaRequest):
    """Cells among which processors and memory are divided evenly."""

    cells: Annotated[Count, Ge(1), Le(128)]
    """How many cells."""


@data
class ExactNumaRequest(NumaRequest):
    """Cells of which each is told."""

    cells: Annotated[Sequence[CellProportions], MinLen(1)]
    """The cells, in the order in which the guest sees them."""
