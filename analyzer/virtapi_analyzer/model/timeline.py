"""What became of an element over all releases, for people."""

from dataclasses import dataclass
from enum import Enum

from virtapi_analyzer.model.element import Element


class What(Enum):
    """What happened to an element; `KEPT` takes back that it was superseded."""

    ADDED = "added"
    SUPERSEDED = "superseded"
    KEPT = "kept"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened to an element with one release.

    `by` is the path of its successor, where it was superseded or is removed and has one; `since` the release that its
    own word for that names.
    """

    release: str
    what: What
    by: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How the life of one element went, `element` being what the last release that had it had.

    `there` says that the last of all has it, `first` that the first had it, and `with_owner` that it came and went with
    the class around it.
    """

    path: str
    element: Element
    events: tuple[Event, ...]
    there: bool
    first: bool
    with_owner: bool

    @property
    def eventful(self) -> bool:
        """Whether there is something to tell."""
        told = {event.what for event in self.events}
        only_came = told == {What.ADDED} and len(self.events) == 1
        went = told == {What.ADDED, What.REMOVED} and len(self.events) == 2
        return not ((only_came and self.first) or (self.with_owner and (only_came or went)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The lives of an interface's elements. `releases` are those that were looked at, oldest first; `tree` is what the
    last of them is called where it is the working tree, which may be no release yet."""

    interface: str
    releases: tuple[str, ...]
    tree: str | None
    lives: tuple[Course, ...]
