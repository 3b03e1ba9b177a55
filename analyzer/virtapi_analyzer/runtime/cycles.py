"""Modules that import each other while they are imported: such a package cannot be imported at all."""

from collections.abc import Mapping, Set
from graphlib import CycleError, TopologicalSorter

from virtapi_analyzer.model.errors import ReadingError


def refuse_cycles(imports: Mapping[str, Set[str]]) -> None:
    """Refuse a cycle among the modules that run each other's imports.

    Args:
        imports: by the dotted name of each module, the modules that it imports as soon as it is imported.
    Raises:
        ReadingError: there is a cycle; the message names the modules on it in order.
    """
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        cycle = " -> ".join(reversed(error.args[1]))
        raise ReadingError(
            f"the modules would import each other at run time: {cycle}; move what both need into a module of its own"
        ) from None
