"""Which of what went was renamed to which of what came."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TypeVar

from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Class,
    Element,
    Function,
    Parameter,
    Property,
    Signature,
    Type,
)

E = TypeVar("E", bound=Element)

ENOUGH = 0.6
"""From this likeness on what came is taken for what went, if neither has a better match."""


def renames(gone: Sequence[E], came: Sequence[E]) -> list[tuple[E, E]]:
    """Pairs of elements of which each is the other's only best match, and like it enough.

    The order of the arguments decides nothing, and swapping them swaps the pairs.
    """
    forward = {id(old): _best(old, came) for old in gone}
    backward = {id(new): _best(new, gone) for new in came}
    return [(old, new) for old in gone if (new := forward[id(old)]) is not None and backward[id(new)] is old]


def _best(one: E, others: Sequence[E]) -> E | None:
    ranked = sorted(((likeness(one, other), index) for index, other in enumerate(others)), reverse=True)
    if not ranked or ranked[0][0] < ENOUGH or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return others[ranked[0][1]]


def likeness(old: Element, new: Element) -> float:
    """How much two elements look like one that changed its name: from 0 to 1, the same both ways round."""
    match old, new:
        case Function(), Function():
            return _functions(old, new)
        case Class(), Class():
            return _classes(old, new)
        case Attribute(), Attribute():
            return _attributes(old, new)
        case Property(), Property():
            return _properties(old, new)
        case _:
            return 0.0


def _functions(old: Function, new: Function) -> float:
    """The signature must be the same; the more it says, the less the names must be alike."""
    same = [_shape(form) for form in _forms(old)] == [_shape(form) for form in _forms(new)]
    if not same or old.binding is not new.binding or old.asynchronous is not new.asynchronous:
        return 0.0
    told = sum(1 + (parameter.type is not None) for parameter in old.signature.parameters)
    told += old.signature.returns is not None and old.signature.returns.normal != "None"
    described = bool(old.docstring) and old.docstring == new.docstring
    return min(1.0, 0.1 * told + 0.4 * described + 0.6 * _names(old, new))


def _forms(function: Function) -> tuple[Signature, ...]:
    return function.overloads or (function.signature,)


def _shape(signature: Signature) -> tuple[object, ...]:
    return (*(_of_parameter(p) for p in signature.parameters), _normal(signature.returns))


def _of_parameter(parameter: Parameter) -> tuple[object, ...]:
    return (parameter.name, parameter.kind, parameter.required, _normal(parameter.type))


def _normal(type_: Type | None) -> str | None:
    return type_.normal if type_ is not None else None


def _classes(old: Class, new: Class) -> float:
    if old.kind is not new.kind:
        return 0.0
    mine, other = (frozenset(_defined(side)) for side in (old, new))
    shared = len(mine & other) / len(mine | other) if mine | other else 0.0
    return 0.3 * (old.bases == new.bases) * shared + 0.5 * shared + 0.3 * _names(old, new) if shared else 0.0


def _defined(side: Class) -> list[str]:
    """What a class defines itself: names and, where there are any, signatures."""
    return [
        f"{name}{_shape(member.element.signature) if isinstance(member.element, Function) else ''}"
        for name, member in side.members.items()
        if member.owner == side.path
    ]


def _attributes(old: Attribute, new: Attribute) -> float:
    if old.kind is not new.kind or _normal(old.type) != _normal(new.type):
        return 0.0
    mine, other = ((side.value.normal if side.value else "") for side in (old, new))
    if mine != other:
        return 0.0
    told = {AttributeKind.MEMBER: 0.7, AttributeKind.FIELD: 0.4, AttributeKind.FLAG: 0.3}.get(old.kind, 0.25)
    return min(1.0, told + 0.6 * _names(old, new))


def _properties(old: Property, new: Property) -> float:
    """A property is what it gives: without its type, the names must say it nearly alone."""
    if _normal(old.type) != _normal(new.type):
        return 0.0
    described = bool(old.docstring) and old.docstring == new.docstring
    told = 0.25 if old.type is not None else 0.1
    return min(1.0, told + 0.4 * described + 0.6 * _names(old, new))


def _names(old: Element, new: Element) -> float:
    """How alike two names are, without what they begin with in common up to an underscore (`supports_`); a name that
    only gained or lost words at an end is nearly the same."""
    first, second = sorted((old.name, new.name), key=len)
    if second.startswith(f"{first}_") or second.endswith(f"_{first}"):
        return 0.85
    shared = _beginning(first, second).rfind("_") + 1
    first, second = first[shared:], second[shared:]
    return max(SequenceMatcher(None, a, b).ratio() for a, b in ((first, second), (second, first)))


def _beginning(first: str, second: str) -> str:
    """What two names begin with in common."""
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
