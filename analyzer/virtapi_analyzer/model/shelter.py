"""What stands around the calls of a host: who catches an exception between a call and the host's edge."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from virtapi_analyzer.model.location import Location

UNKNOWN = "?"
"""Stands for exceptions that nobody can name by reading."""


class Ending(Enum):
    """What becomes of an exception that a handler has caught."""

    ABSORBED = "the host goes on"
    ANOTHER = "another exception is raised in its place"
    AGAIN = "it is raised again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way through a handler. `asked` are the questions on it (`isinstance(error, …)`), each with its answer."""

    ending: Ending
    asked: tuple[tuple[tuple[str, ...], bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """Something that catches exceptions: an `except`, a context manager such as `suppress`, a decorator.

    `caught` are dotted paths as far as imports lead, None for whatever comes. `asks` says that it is no handler, but a
    question whether the driver has the ability: who has not is never called.
    """

    caught: tuple[str, ...] | None
    location: Location
    ways: tuple[Way, ...] = (Way(ending=Ending.ABSORBED),)
    asks: bool = False


Shelter = tuple[tuple[Handler, ...], ...]
"""What stands around a place in one function, the innermost first; of the handlers of one `try` the first that fits
takes an exception."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place where a host calls a function of its own, or hands it on.

    `within` is the path of the function around it. `sure` says that no other function can be meant; `handed` that it is
    handed on, and may be called from elsewhere too.
    """

    within: str
    shelter: Shelter
    sure: bool = True
    handed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What leads to the functions of a host. `sites` are the places that call each, by its path; a function without any
    is at the host's edge. `above` holds for each exception what it derives from, by its path."""

    sites: Mapping[str, tuple[Site, ...]] = field(default_factory=dict)
    above: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Hold(IntEnum):
    """How an exception of a call is held, the weakest first.

    `NONE`: it reaches the host's edge. `FAR`: a caller catches whatever comes, and has given up all that it did.
    `NEAR`: whatever comes is caught in the function of the call. `NAMED`: what catches it names it, or asks first.
    """

    NONE = 0
    FAR = 1
    NEAR = 2
    NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What becomes of an exception of a call, over all ways to the host's edge.

    `least` is what is certain; `most` what may be, where something cannot be seen. `held` are the handlers that take
    it, `edges` the functions at the host's edge that it reaches.
    """

    least: Hold
    most: Hold
    held: tuple[Handler, ...] = ()
    edges: tuple[str, ...] = ()
