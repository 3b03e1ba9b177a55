"""What an element declares beside its signature."""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """Who implements a class; the other side calls it."""

    DRIVER = "driver"
    HOST = "host"


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """The element goes after the next cycle.

    `by` names the successor (a dotted path), or is None where there is none; `since` is the release that said so.
    """

    by: str | None
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """The words of `virtapi.contract` (and PEP 702's `deprecated`) on one element, as they stand in the source.

    `raises` holds dotted paths of exceptions; None says that nothing is declared, `()` that nothing may be let out.
    `capability` is the flag's path as written; `flag` is equal for all names of one flag: its value, or where that is
    not known the path of the first of its names. `implicit` is on an exception that every method may let out.
    `body_of` names the `Class.name` that a function is the body of, as its default or as a fallback.
    """

    role: Role | None = None
    capability: str | None = None
    flag: str | None = None
    raises: tuple[str, ...] | None = None
    concurrent: bool = False
    since: str | None = None
    superseded: Superseded | None = None
    deprecated: str | None = None
    experimental: bool = False
    open: bool = False
    implicit: bool = False
    body_of: str | None = None


NOTHING_DECLARED = Contract()
