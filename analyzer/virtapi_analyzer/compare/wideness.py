"""Whether one type surely takes another, as far as their normal forms show: equal, a part of a union, or anything.

What only the types' own relation knows (a subclass, a protocol) is not seen here.
"""

from collections.abc import Iterable

from virtapi_analyzer.interface.unions import split
from virtapi_analyzer.model.element import Type

ANYTHING = "typing.Any"
UNION = " | "


def members(type_: Type | None) -> frozenset[str]:
    """The members of a union; of another type, the type alone. One with type variables is not taken apart."""
    if type_ is None:
        return frozenset({ANYTHING})
    if type_.variables:
        return frozenset({_with_variables(type_)})
    return frozenset(split(type_.normal, UNION))


def accepted(given: Iterable[str], by: Type | None) -> frozenset[str]:
    """Those of the members that a type takes."""
    own = members(by)
    everything = not own.isdisjoint({ANYTHING, "object"})
    return frozenset(member for member in given if everything or member == ANYTHING or member in own)


def fits(type_: Type | None, into: Type | None) -> bool:
    """Whether every value of one type is one of the other."""
    given = members(type_)
    return accepted(given, into) == given


def _with_variables(type_: Type) -> str:
    return f"{type_.normal} {[variable.accepts for variable in type_.variables]}"
