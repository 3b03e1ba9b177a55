"""What belongs to one function or one class of two versions, and the names that only one of these has."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from virtapi_analyzer.model.element import Class, Type
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import (
    AnyPair,
    CallablePair,
    ClassPair,
    FieldPair,
    ItemPair,
    KeyPair,
    ParameterPair,
)

AnyField = FieldPair | ItemPair | KeyPair
Both = tuple[str | None, str | None]
"""The paths of an element on the two sides."""
P = TypeVar("P", bound=AnyPair)


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The pairs of two versions by the function and by the class that they belong to, with what the type checker said.

    `before` and `after` are their classes, and `lacking` the names of the package that one of the two does not have.
    """

    callables: Mapping[Both, CallablePair]
    parameters: Mapping[Both, Sequence[ParameterPair]]
    fields: Mapping[Both, Sequence[AnyField]]
    before: Mapping[str, Class]
    after: Mapping[str, Class]
    lacking: frozenset[str]

    def missing(self, type_: Type | None) -> tuple[str, ...]:
        """The names in a type that a source for both versions cannot import."""
        return tuple(sorted(type_.names & self.lacking)) if type_ is not None else ()


def versions(pairs: Iterable[AnyPair], old: Interface, new: Interface) -> Versions:
    """Index the pairs of two versions."""
    callables: dict[Both, CallablePair] = {}
    parameters = defaultdict[Both, list[ParameterPair]](list)
    fields = defaultdict[Both, list[AnyField]](list)
    for pair in pairs:
        match pair:
            case ParameterPair():
                parameters[both_of(pair.callable)].append(pair)
            case CallablePair():
                callables[both_of(pair)] = pair
            case FieldPair() | ItemPair() | KeyPair():
                fields[both_of(pair.owner)].append(pair)
    before, after = _names(old), _names(new)
    return Versions(
        callables=callables,
        parameters=parameters,
        fields=fields,
        before=old.classes,
        after=new.classes,
        lacking=frozenset(before ^ after),
    )


def both_of(pair: CallablePair | ClassPair) -> Both:
    """The paths of a function or a class on the two sides."""
    old, new = (side.path if side is not None else None for side in (pair.old, pair.new))
    return old, new


def _names(interface: Interface) -> set[str]:
    """Every path under which something of the interface is known."""
    found = set(interface.classes)
    for module in interface.modules.values():
        for export in module.names.values():
            found |= {f"{module.path}.{export.name}", export.element.path}
    return found
