"""Where a driver stands in the transitions that are under way: what it has of each, and what goes away under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from virtapi.contract import Superseded, declared

__all__ = ["Transition", "departing", "lacking", "refuse_incomplete", "transitions_of"]


@dataclass(frozen=True, slots=True)
class Transition:
    """A superseded method that a driver class has, and the method that comes in its place."""

    owner: str
    """The class of the interface that superseded it."""
    old: str
    """The superseded method."""
    new: str
    """Its successor, a method of the same class."""
    since: str
    """The release that superseded it."""
    has_old: bool
    """Whether the driver implements the superseded method."""
    has_new: bool
    """Whether the driver implements the successor."""


def transitions_of(driver: type, /) -> Iterator[Transition]:
    """The pairs of methods of which a driver has to implement one."""
    for base, name, word in _superseded_in(driver):
        successor = (word.by or "").removeprefix(f"{base.__name__}.")
        if successor and getattr(base, successor, None) is not None:
            yield Transition(
                owner=base.__name__,
                old=name,
                new=successor,
                since=word.since,
                has_old=_is_its_own(driver, name),
                has_new=_is_its_own(driver, successor),
            )


def lacking(driver: type, /) -> Iterator[Transition]:
    """The pairs of which a driver implements neither, though each falls back on the other."""
    for each in transitions_of(driver):
        if not (each.has_old or each.has_new or each.new in getattr(driver, "__abstractmethods__", ())):
            yield each


def refuse_incomplete(driver: type, /) -> None:
    """Refuse to instantiate a driver that implements neither of a pair, as Python does where a method is abstract.

    Raises:
        TypeError: the message names both methods.
    """
    for each in lacking(driver):
        raise TypeError(
            f"Can't instantiate {driver.__name__}: it implements neither {each.owner}.{each.new} nor {each.old}, "
            f"which that replaces: implement {each.new}"
        )


def departing(driver: type, /) -> Iterator[str]:
    """What a driver has that goes away with the next release, each as a sentence without its end."""
    paired = {(each.owner, each.old): each for each in transitions_of(driver)}
    for base, name, word in _superseded_in(driver):
        pair = paired.get((base.__name__, name))
        if pair is not None and pair.has_old and not pair.has_new:
            yield f"it implements {base.__name__}.{name}, which goes away, and not {pair.new}, which takes its place"
        elif _is_its_own(driver, name) and pair is None:
            yield f"it implements {base.__name__}.{name}, which goes away{_instead(word)}"
    for base in driver.__mro__:
        gone = declared(base).superseded
        if gone is not None and _is_of_the_interface(base):
            yield f"it is a {base.__name__}, which goes away{_instead(gone)}"
    for flag in sorted(getattr(driver, "FLAGS", ()), key=str):
        said = declared(type(flag)).superseded_members.get(flag.name)
        if said is not None:
            yield f"its FLAGS have {flag.name}, which goes away{_instead(said)}"


def _superseded_in(driver: type) -> Iterator[tuple[type, str, Superseded]]:
    """The superseded methods of the interface that a driver has: the class, the name, what is said of it."""
    for base in driver.__mro__:
        if _is_of_the_interface(base):
            for name, member in vars(base).items():
                word = declared(member).superseded if not isinstance(member, type) else None
                if word is not None:
                    yield base, name, word


def _is_its_own(driver: type, name: str) -> bool:
    """Whether a class that is none of the interface's defines a name."""
    return any(name in vars(base) for base in driver.__mro__ if not _is_of_the_interface(base))


def _is_of_the_interface(base: Any) -> bool:
    return str(base.__module__).partition(".")[0] == __name__.partition(".")[0]


def _instead(word: Superseded) -> str:
    return f": use {word.by}" if word.by else ""
