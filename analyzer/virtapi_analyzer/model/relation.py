"""How the new type of a place relates to its old one, and the places of an interface where a type stands."""

from dataclasses import dataclass, field
from enum import Enum


class Relation(Enum):
    """The new type, seen from the old one."""

    EQUAL = "equal"
    NARROWER = "narrower"
    WIDER = "wider"
    UNRELATED = "unrelated"


OF_BOTH = "a class that is both"
"""How a common type begins that has no name: somebody would have to write the class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the type checker says of the two types of a place; `rests_on_any` that it would say otherwise, were every
    `Any` known. Of two that are UNRELATED `common` is the type of the values that are of both; None where there are
    none.
    """

    relation: Relation
    rests_on_any: bool = False
    common: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unjudged:
    """Two types that the type checker could not compare, why, and where that is, on one of the sides (`old` says on
    which)."""

    path: str
    reason: str
    file: str | None = None
    line: int | None = None
    old: bool = False


class PlaceKind(Enum):
    """What a type belongs to."""

    PARAMETER = "parameter"
    RETURN = "return"
    VALUE = "value"
    ALIAS = "alias"
    BOUND = "bound"
    FORMS = "forms"
    SETTER = "setter"
    BASE = "base"
    VARIANCE = "variance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in both versions: the dotted paths of the element that the type belongs to.

    `old_name` and `new_name` name a parameter, and the number of a type variable in the order of the signature is
    `index`; a BOUND without one is the type variable of that name itself. A VALUE is a property, an attribute, a
    field, a key or a constant, a SETTER what a property takes. A BASE is the type that a class has as its base,
    whose paths are the names; VARIANCE is that of a class's parameter, WIDER where the new one allows more. FORMS
    are a whole overload set, whose relation is that of a parameter: WIDER where an old override does not take the
    new calls, NARROWER where an old call is not taken.
    """

    kind: PlaceKind
    old: str
    new: str
    old_name: str = ""
    new_name: str = ""
    index: int | None = None
