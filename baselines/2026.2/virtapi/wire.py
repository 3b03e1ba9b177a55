"""Data between releases: objects as text that hosts of other releases read.

Two hosts of a rolling upgrade run different releases, and one hands the other what its driver made. An object is
written for the release that will read it, and read whatever release wrote it:

    text = to_wire(plan, target="2026.1")
    plan = from_wire(text, LiveMigrationPlan)

Neighbouring releases always understand each other, in both directions. Releases further apart do, or raise
`UnsupportedRelease`; nothing is lost in silence. Each text names the release that wrote it and the class of the object.
Secrets are in it as they are: it is as secret as they.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, TypeVar

from virtapi._history import RELEASE, RELEASES
from virtapi._releases import order_of

if TYPE_CHECKING:
    from dataclasses import Field

__all__ = ["DataObject", "NotInRelease", "NotUnderstood", "UnsupportedRelease", "WireError", "from_wire", "to_wire"]


class DataObject(Protocol):
    """What can be written: every data object of the interface."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


_Object = TypeVar("_Object", bound=DataObject)


class WireError(Exception):
    """An object cannot be written for a release, or what one wrote cannot be read. Nothing was made."""

    def __init__(self, *, element: str, written: str, read: str, details: str) -> None:
        """Name what is in the way, the two releases, and what is the matter."""
        super().__init__(element, written, read, details)
        self.element: Final = element
        """The object, or what of it is in the way, as `Class.field`."""
        self.written: Final = written
        """The release that writes, or wrote."""
        self.read: Final = read
        """The release that is to read."""
        self.details: Final = details
        """What is the matter."""

    def __str__(self) -> str:
        """One line for a person."""
        return f"{self.element}, from {self.written} to {self.read}: {self.details}"

    def __reduce__(self) -> tuple[object, ...]:
        """Survive pickling and copying."""
        return _wire_error, (type(self), self.element, self.written, self.read, self.details)


def _wire_error(kind: type[WireError], element: str, written: str, read: str, details: str) -> WireError:
    return kind(element=element, written=written, read=read, details=details)


class NotInRelease(WireError):
    """The release that is to read has no place for something that must not be lost."""


class NotUnderstood(WireError):
    """The text is none that a release writes, or has in it what this release does not know."""


class UnsupportedRelease(WireError):
    """The two releases are too far apart: what came between them for this object is not in this package."""


def to_wire(value: DataObject, /, *, target: str = RELEASE) -> str:
    """Write an object for the release that will read it.

    What the target does not know is left out, where nothing is lost that matters: a field that came later and has its
    default, or is not essential.

    Args:
        value: a data object of the interface.
        target: the release of the host that will read it. One that is newer than this package is written to as to this.
    Returns:
        JSON, in ASCII and in one line; the same for equal objects.
    Raises:
        NotInRelease: the target lacks a class or an enum member that is in the object, or an essential field that has
            not its default.
        UnsupportedRelease: the target needs what is gone from this release, or is older than the first.
        NotUnderstood: the target is not written as a release is, or the object holds a number that no JSON has.
    """
    from virtapi._wire.codecs import codec_of
    from virtapi._wire.journey import Journey

    kind: Any = type(value)
    journey = Journey(RELEASE, target)
    journey.check(kind.__name__)
    if order_of(target) < order_of(RELEASES[0]):
        raise journey.too_far(kind.__name__, f"the first release is {RELEASES[0]}")
    try:
        envelope = {"release": RELEASE, "type": kind.__name__, "value": codec_of(kind).write(value, journey)}
        return json.dumps(envelope, separators=(",", ":"), allow_nan=False)
    except (ValueError, RecursionError) as error:
        raise journey.strange(kind.__name__, f"it cannot be written as JSON: {error}") from None


def from_wire(text: str, kind: type[_Object], /) -> _Object:
    """Read an object that this release, or another one, has written.

    What the text does not say has its default, and what is known to be gone is dropped.

    Args:
        text: what `to_wire` has returned, there or here.
        kind: the class of the object, or a base of it.
    Returns:
        The object, checked like any that is constructed.
    Raises:
        UnsupportedRelease: the release that wrote it is too far away: it lacks what this one needs.
        NotUnderstood: the text is none that `to_wire` writes, is of another class, holds what does not fit, or was
            written by a newer release without this one as its target.
    """
    from virtapi._wire.codecs import codec_of
    from virtapi._wire.journey import Journey
    from virtapi._wire.objects import TYPE

    try:
        envelope: Any = json.loads(text)
        match envelope:
            case {"release": str(written), "type": str(name), "value": {**fields}, **rest} if not rest:
                journey = Journey(written, RELEASE)
                journey.check(kind.__name__)
                made: _Object = codec_of(kind).read({TYPE: name, **fields}, journey)
                return made
            case _:
                why = "it is no text of `to_wire`"
    except (ValueError, RecursionError) as error:
        why = f"it is no text of `to_wire`: {error}"
    raise Journey("an unknown release", RELEASE).strange(kind.__name__, why)
