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
    """

    role: Role | None = None
    capability: str | None = None
    raises: tuple[str, ...] | None = None
    concurrent: bool = False
    since: str | None = None
    superseded: Superseded | None = None
    deprecated: str | None = None
    experimental: bool = False
    open: bool = False


NOTHING_DECLARED = Contract()
