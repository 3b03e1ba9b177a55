"""What two hosts, or one, say of a method beyond the arguments: who may leave it out, who lives off it."""

from dataclasses import dataclass
from enum import Enum

from virtapi_analyzer.model.call import Call, Practice, Use
from virtapi_analyzer.model.shelter import Handler, Hold


class Became(Enum):
    """What a driver that leaves out a method meets now."""

    MANDATORY = "the host no longer expects it"
    OPTIONAL = "the host expects it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarding:
    """What changed around the calls of a method from an old host to a new one, for drivers that leave it out.

    `old` and `new` are the hosts. `guards` are the handlers that count: those of the old host for what became
    mandatory, of the new one for what became optional. `calls` are the calls of the new host that they are about.
    `was` is how strongly the old host held a refusal; `sure` says that nothing was left open: no handler that nobody
    can see, no call that was bare before as well.
    """

    became: Became
    old: str
    new: str
    calls: tuple[Call, ...]
    was: Hold
    guards: tuple[Handler, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What an old host says of a member that was removed.

    `drivers` counts those in its own source, and `uses` are the places where they use what they inherit. `stood_in` are
    the calls that it made only of drivers that had left out one of the methods `of`, which every driver must have now.
    `decides` says that such a host is all that counts, and no declaration.
    """

    host: str
    drivers: int = 0
    uses: tuple[Use, ...] = ()
    stood_in: tuple[Call, ...] = ()
    of: tuple[str, ...] = ()
    decides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What a host does with exceptions that a method may newly raise.

    `calls` counts the calls of it. `unhandled` are those of which one of `exceptions` reaches the host's edge, at one
    of `edges`; `doubtful` those of which one may. `guards` are the handlers that take them. `decides` as above, `blind`
    says that there may be calls that could not be seen.
    """

    host: str
    exceptions: tuple[str, ...]
    calls: int
    unhandled: tuple[Call, ...] = ()
    doubtful: tuple[Call, ...] = ()
    edges: tuple[str, ...] = ()
    guards: tuple[Handler, ...] = ()
    blind: bool = False
    decides: bool = False


Told = Practice | Guarding | Removal | Handling
"""What hosts say of a change."""
