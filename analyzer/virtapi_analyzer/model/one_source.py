"""Whether one source of a driver can serve both versions of an element."""

from dataclasses import dataclass
from enum import Enum


class Serves(Enum):
    """Whether it can."""

    CAN = "one source can serve both"
    CANNOT = "no source can"
    UNKNOWN = "not judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSource:
    """The answer, and how such a source does it, or why there is none, or why nobody said."""

    answer: Serves
    how: str


def can(how: str) -> OneSource:
    """There is such a source."""
    return OneSource(answer=Serves.CAN, how=how)


def cannot(why: str) -> OneSource:
    """There is none."""
    return OneSource(answer=Serves.CANNOT, how=why)


def unknown(why: str) -> OneSource:
    """Nobody said."""
    return OneSource(answer=Serves.UNKNOWN, how=why)
