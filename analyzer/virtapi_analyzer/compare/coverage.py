"""Whether the calls of one form are taken by several others together, decided exactly.

For one number of positional arguments a form accepts a product: over the names of keywords, each out or in, and over
the types of the arguments, each member of a union for itself. Other forms take a part of it, which is a product too. So
what they leave is found by taking one product off the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from virtapi_analyzer.compare.shapes import Shape, keywords
from virtapi_analyzer.compare.wideness import accepted, fits, members
from virtapi_analyzer.model.charge import Failing, Failure
from virtapi_analyzer.model.element import Parameter, Signature, Type

BINDING = (Failing.UNBOUND, Failing.MISDIRECTED, Failing.PERMUTED)
LEVELS = (*BINDING, Failing.RETYPED)
"""What may go wrong with a call that others should take, the worst first: with how it binds, and with its types."""

Product = Mapping[str, frozenset[str]]
"""For each argument the types that it may have; `ABSENT` is one, for a keyword that is not passed."""

ABSENT = ""
GIVEN = frozenset({"given"})
"""Stands for all types where these do not count."""


def lost(form: Signature, others: Sequence[Signature], levels: Sequence[Failing] = LEVELS) -> Failure | None:
    """A call of this form that none of the others takes as it was meant, the worst; None where each is taken."""
    here, there = Shape(form), [Shape(other) for other in others]
    names = keywords(here, *there)
    encounters = [_Encounter(here=here, there=each, names=names) for each in there]
    widest = max(len(shape.line) for shape in (here, *there))
    counts = [count for count in range(widest + 2) if here.takes(count)]
    for level in levels:
        typed = level is Failing.RETYPED
        failing = []
        for count in counts:
            calls = _calls(here, names, count, typed=typed)
            parts = [part for each in encounters if (part := each.taken(calls, count, level)) is not None]
            if (call := _outside(calls, parts)) is not None:
                failing.append(_text(here, call, count))
        if failing:
            return Failure(call=min(failing, key=_plainness), failing=level)
    return None


def _plainness(call: str) -> tuple[int, int]:
    """What people understand best: few keywords, few arguments."""
    return call.count("=…"), call.count(",")


def covers(other: Signature, form: Signature) -> bool:
    """Whether one form alone takes every call of another, as far as it binds."""
    return lost(form, [other], BINDING) is None


def _calls(shape: Shape, names: Sequence[str], count: int, *, typed: bool) -> Product:
    """All calls of a form with so many positional arguments."""
    found = {f"#{place}": members(_type_at(shape, place)) if typed else GIVEN for place in range(count)}
    for name in names:
        given = members(_type_of(shape, name)) if typed else GIVEN
        allowed = shape.allows(name, count)
        found[name] = (given if True in allowed else frozenset()) | ({ABSENT} if False in allowed else frozenset())
    return found


def _outside(calls: Product, parts: Sequence[Product]) -> Product | None:
    """What is left of a product that no part takes; None where nothing is."""
    if not parts:
        return calls
    rests = (_outside(rest, parts[1:]) for rest in _without(calls, parts[0]))
    return next((found for found in rests if found is not None), None)


def _without(calls: Product, part: Product) -> Iterator[Product]:
    """A product without what another takes of it, as products that have nothing in common."""
    if not all(calls[name] & part[name] for name in calls):
        yield calls
        return
    left = dict(calls)
    for name, values in calls.items():
        if outside := values - part[name]:
            yield {**left, name: outside}
        left[name] = values & part[name]


def _text(shape: Shape, call: Product, count: int) -> str:
    """The plainest call of a product, as its arguments."""
    filled = [shape.lands(place) for place in range(count)]
    passed = [name for name, values in call.items() if not name.startswith("#") and ABSENT not in values]
    return ", ".join([*(p.name if p else "…" for p in filled), *(f"{name}=…" for name in passed)])


def _type_at(shape: Shape, place: int) -> Type | None:
    landed = shape.lands(place) or shape.rest
    return landed.type if landed is not None else None


def _type_of(shape: Shape, name: str) -> Type | None:
    """The type of what a keyword lands on."""
    named = shape.named.get(name)
    landed = named if named is not None and named.kind.named else shape.keywords
    return landed.type if landed is not None else None


@dataclass(frozen=True, kw_only=True)
class _Encounter:
    """The calls of one form, looked at by one other."""

    here: Shape
    there: Shape
    names: Sequence[str]

    @cached_property
    def common(self) -> frozenset[str]:
        """The names that both give to a parameter."""
        return frozenset(self.here.named) & frozenset(self.there.named)

    def taken(self, calls: Product, count: int, level: Failing) -> Product | None:
        """The calls that the other takes, as far as this level asks; None where it takes none of them."""
        if not self.there.takes(count) or self._lands_badly(count, level):
            return None
        typed = level is Failing.RETYPED
        if typed and not fits(self.there.returns, self.here.returns):
            return None
        found = {}
        for name, values in calls.items():
            if name.startswith("#"):
                found[name] = accepted(values, _type_at(self.there, int(name[1:]))) if typed else values
            else:
                found[name] = self._keyword(name, values, count, level)
        return found

    def _lands_badly(self, count: int, level: Failing) -> bool:
        if level is Failing.UNBOUND:
            return False
        wrong = {
            side.name
            for place in range(count)
            for side in self._landings(place)
            if side is not None and side.name in self.common
        }
        return any(level is not Failing.MISDIRECTED or not self._nameless(name) for name in wrong)

    def _landings(self, place: int) -> tuple[Parameter | None, ...]:
        """Where a positional argument lands here and there; nothing where that is the same."""
        mine, other = self.here.lands(place), self.there.lands(place)
        return () if (mine and mine.name) == (other and other.name) else (mine, other)

    def _nameless(self, name: str) -> bool:
        return not self.here.named[name].kind.named and not self.there.named[name].kind.named

    def _keyword(self, name: str, values: frozenset[str], count: int, level: Failing) -> frozenset[str]:
        allowed = self.there.allows(name, count)
        taken = frozenset({ABSENT}) if False in allowed else frozenset()
        if True not in allowed or (level is not Failing.UNBOUND and self._strays(name)):
            return values & taken
        given = values - {ABSENT}
        return (values & taken) | (accepted(given, _type_of(self.there, name)) if level is Failing.RETYPED else given)

    def _strays(self, name: str) -> bool:
        """Whether a keyword lands on a parameter on one side, and beside the parameter of that name on the other."""
        return name in self.common and self.here.named[name].kind.named is not self.there.named[name].kind.named
