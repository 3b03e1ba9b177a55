"""What a check looks at: a driver class, one of its members, or one thing that the type checker said."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from virtapi_analyzer.drivers.outline import ClassOutline, MemberOutline
from virtapi_analyzer.drivers.release import Release, ReleasedClass, ReleasedMember
from virtapi_analyzer.model.checked import CheckedClass, CheckedMember, MemberKind
from virtapi_analyzer.model.diagnostic import Weight
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.said import Said

if TYPE_CHECKING:
    from virtapi_analyzer.model.call import HostCalls


class Rank(IntEnum):
    """Which of several signs of one mistake names it: the first here that speaks."""

    MISSING = 0
    NAME = 1
    KIND = 2
    SIGNATURE = 3
    TYPE = 4
    USE = 5
    HINT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a check yields: one sign of a mistake.

    `key` is the element whose mistake it is; `also` are further elements that the same mistake explains. `weight` and
    `instead` take the place of what the check says in general.
    """

    key: str
    path: str
    location: Location
    message: str
    also: tuple[str, ...] = ()
    instead: str | None = None
    weight: Weight | None = None
    lines: tuple[int, int] | None = None
    code: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What all of them have. `strict` says that the declaration is the contract: what drivers leave out is missing."""

    release: Release
    strict: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DriverPart(Part):
    """A driver class.

    `interfaces` are the release's classes that it inherits from, in the order of resolution; `definer` maps each member
    of the class to the dotted path of the class that its value comes from, `places` each member that the driver's own
    source defines to where it does. `unresolved` are the bases that nobody can
    see, each with the module that is missing. `attempted` are members of the release that the driver does not define,
    and spells nearly right.
    """

    driver: CheckedClass
    outline: ClassOutline | None
    location: Location
    interfaces: tuple[ReleasedClass, ...]
    definer: Mapping[str, str]
    places: Mapping[str, Location]
    unresolved: tuple[tuple[str, str], ...] = ()
    attempted: frozenset[str] = frozenset()

    def nothing_of(self, found: ReleasedClass) -> tuple[str, ...]:
        """What a capability class leaves to the driver, where the driver defines none of it."""
        abstract = {name for name, member in found.members.items() if member.abstract}
        undefined = {name for name, _ in self.driver.undefined} - self.attempted
        return tuple(sorted(abstract)) if found.capability is not None and abstract <= undefined else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPart(Part):
    """A public member that the driver's own source defines.

    `theirs` is what the release has under that name in the classes that the driver inherits from, `released` what it
    says of it; both None where it has nothing. `elsewhere` are other releases that have it; `near` are members of these
    classes that are spelled nearly the same and that the driver does not define. `missing` are the packages that its
    decorators or its types come from and that are not there. `heirs` are all drivers that have the member.
    """

    driver: CheckedClass
    owner: str
    mine: CheckedMember
    outline: MemberOutline | None
    location: Location
    theirs: CheckedMember | None
    released: ReleasedMember | None
    elsewhere: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    open: bool = False
    missing_decorator: tuple[str, str] | None = None
    host: "HostCalls | None" = None
    missing_type: tuple[str, str] | None = None
    heirs: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The member's own dotted path."""
        return f"{self.owner}.{self.mine.name}"

    @property
    def names(self) -> tuple[str, ...]:
        """What the parameters behind the receiver are called in the source; nothing where that is not the driver's."""
        named = self.outline.parameters if self.outline is not None else ()
        return named if self.mine.kind is MemberKind.STATIC_METHOD else named[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPart(Part):
    """What the type checker said of the driver's source, in the interface's reach.

    `around` is the class and `member` the member that it stands in, `overrides` whether that member overrides something
    of the release, `attribute` whether it is no method. `returned` says that it stands in a `return` statement.
    """

    said: Said
    location: Location
    around: str | None
    member: str | None
    overrides: bool
    line_key: str
    returned: bool = False
    attribute: bool = False

    @property
    def path(self) -> str:
        """The element that it stands in."""
        return ".".join(each for each in (self.around, self.member) if each) or self.location.file
