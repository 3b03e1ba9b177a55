"""What a host really calls: the call sites of an interface's methods in its source."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.shelter import Shelter, Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What one call passes, as far as its source shows.

    `positional` counts the arguments by position, `keywords` names those that it passes in any case, `possible` those
    that it passes on some path. `more_positional` and `more_keywords` say that it may pass others, which nobody can
    see (`*args`, `**kwargs`, a method that is handed on); then `positional` is the least. `called` is what the host
    itself calls the arguments by position (`instance`, also for `self._instance`), "" where it has no name for one.
    """

    positional: int = 0
    keywords: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    more_positional: bool = False
    more_keywords: bool = False
    called: tuple[str, ...] = field(default=(), compare=False)

    @property
    def open(self) -> bool:
        """Whether it may pass more than can be seen."""
        return self.more_positional or self.more_keywords


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One place where a host calls a method of its driver, or hands it on to who will.

    `function` is the dotted name of the function around it inside its module, empty at the module's own level. `after`
    names the exceptions (as written) that the same method must have raised before, where the call only answers them;
    `instead_of` the other methods that a driver must have left out before. `shelter` is what stands around it in its
    function, whose path is `within`.
    """

    method: str
    arguments: Arguments
    location: Location
    function: str = ""
    after: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()
    within: str = ""
    shelter: Shelter = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How much of a host's calls could be seen.

    `label` is what reports call the source. `dynamic` are the places (`file:line`) where it takes a method of a driver
    by a name that is made at run time; `unread` names the files that could not be read, with the reason; `files` counts
    those that were, `calls` what was found in them.
    """

    label: str
    files: int
    calls: int
    dynamic: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def partial(self) -> bool:
        """Whether there may be calls that could not be seen at all."""
        return bool(self.dynamic or self.unread)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A place where a driver in a host's own source uses what it inherits."""

    location: Location
    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostCalls:
    """All that could be seen of how a host calls its drivers.

    `surroundings` lead from the calls to its edge. `drivers` counts the drivers in its own source, and `uses` are the
    places where these use members that they inherit, by the member's name; both as far as they were asked for.
    """

    calls: tuple[Call, ...]
    sight: Sight
    surroundings: Surroundings = field(default_factory=Surroundings)
    drivers: int = 0
    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)

    def of(self, method: str) -> tuple[Call, ...]:
        """The calls of one method."""
        return tuple(call for call in self.calls if call.method == method)


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """Why a call does not survive in a signature, for people: `reason` is a clause whose subject is the call."""

    failing: Failing
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What the calls of one host say of one changed parameter of a method that it calls.

    `came` says that the parameter is new. `calls` counts the calls of the method that were seen. `failing` are those
    that an override with the old signature does not survive because of this parameter, `worst` is how; `doubtful` those
    that may be, by arguments that nobody can see, or that are made only after the method has raised an exception.
    `unfit` are calls that the new signature does not take either: the host is of another version, and says nothing.
    `blind` says that there may be calls elsewhere that could not be seen at all; `decides` that such calls are all that
    counts, and no declaration.
    """

    host: str
    calls: int
    came: bool = False
    failing: tuple[Call, ...] = ()
    doubtful: tuple[Call, ...] = ()
    unfit: tuple[Call, ...] = ()
    worst: Failing | None = None
    blind: bool = False
    decides: bool = False
