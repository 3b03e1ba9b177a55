"""Who asks, and how far the work is."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le

from virtapi.units import Percent, ProjectId, RequestId, Seconds, UserId

__all__ = ["Progress", "Requester"]

@dataclass(frozen=True, slots=True, kw_only=True)
class Requester:
    """Who asks for something. A driver logs it and decides nothing by it."""

    request: RequestId
    """The request, for correlating logs."""
    user: UserId | None = None
    """The user who asks; None: the host itself."""
    user_name: str = ""
    """What people call the user; empty: it is not known."""
    project: ProjectId | None = None
    """The project on whose behalf the user asks; None: the host itself."""
    project_name: str = ""
    """What people call the project; empty: it is not known."""
    origin: RequestId | None = None
    """The request to another service that this one is a part of; None: there is none."""
    administrator: bool = False
    """Whether the user may do what administrators may."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a long work is."""

    done: Annotated[Percent, Ge(0), Le(100)]
    """How much is done, in percent of the whole work."""
    remaining: Annotated[Seconds, Ge(0), Le(31_536_000)] | None = None
    """How long the rest will take, in seconds, as far as one can tell; None: it is not known."""
    step: str = ""
    """What is being done, for a person."""
