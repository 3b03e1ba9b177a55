"""Which calls of one signature do not survive in the other, decided exactly, and which parameter is to blame.

Calls form classes: a number of positional arguments and a set of keyword names. A signature accepts, for one number, a
product over the names: each is out, in, or either. So "every call of A fits B" is: each product that A accepts is
contained, name by name, in that of B. A call that binds on both sides is lost too when one of its arguments lands on
another parameter that both versions name. Numbers beyond the longest signature, and names of neither, repeat these.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from virtapi_analyzer.compare.parameters import Matched, match
from virtapi_analyzer.compare.shapes import IN, Shape, keywords
from virtapi_analyzer.model.charge import Charge, Failing, Failure
from virtapi_analyzer.model.element import Parameter, ParameterKind, Signature


def charge(old: Signature, new: Signature) -> tuple[tuple[Parameter | None, Parameter | None, Charge | None], ...]:
    """The parameters of both signatures side by side, each with what it is charged with.

    Some charge has a `caller` exactly if some call of `old` does not survive in `new`, and an `implementer` exactly if
    some call of `new` does not survive in `old`.
    """
    matched = match(old, new)
    ahead = _Way(here=Shape(old), there=Shape(new), blame=_Blame(matched, forward=True))
    back = _Way(here=Shape(new), there=Shape(old), blame=_Blame(matched, forward=False))
    callers, implementers = _first_failures(ahead, _silence_first), _first_failures(back, _plainness)
    return tuple(
        (*pair, _charge(callers.get(index), implementers.get(index))) for index, pair in enumerate(matched.pairs)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One way in which calls fail, charged to the pair with this index.

    It is that of the calls with `count` positional arguments; where `passing` names a keyword, of those that pass it
    (True) or leave it out (False) alone.
    """

    index: int
    failure: Failure
    count: int
    passing: tuple[str, bool] | None = None
    moved: bool = False
    shifted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """All ways in which calls fail. `names` are the keywords that make a difference, of which the last stands for all
    that neither version names; more than `most` positional arguments fare as so many."""

    ways: tuple[Fault, ...]
    names: tuple[str, ...]
    most: int


def implementer_faults(old: Signature, new: Signature) -> Faults:
    """Every way in which calls of `new` do not survive in `old`, by the index that `charge` has for the parameter."""
    matched = match(old, new)
    way = _Way(here=Shape(new), there=Shape(old), blame=_Blame(matched, forward=False))
    return Faults(ways=tuple(way.faults()), names=way.names, most=way.most)


def _first_failures(
    way: "_Way", order: Callable[[Failure], tuple[int, int, int]]
) -> Mapping[int, tuple[Failure, bool, tuple[str, ...]]]:
    """For each charged pair the failing call that comes first in the order."""
    found: dict[int, tuple[Failure, bool, tuple[str, ...]]] = {}
    for fault in way.faults():
        shifted = (fault.shifted,) if fault.shifted else ()
        if fault.index not in found:
            found[fault.index] = (fault.failure, fault.moved, shifted)
            continue
        failure, moved, names = found[fault.index]
        found[fault.index] = (
            min(failure, fault.failure, key=order),
            moved or fault.moved,
            tuple(dict.fromkeys((*names, *shifted))),
        )
    return found


def _plainness(failure: Failure) -> tuple[int, int, int]:
    """What people understand best: a call that fails before a mere permutation, few keywords, a short one."""
    return failure.failing is Failing.PERMUTED, failure.call.count("=…"), failure.call.count(",")


def _silence_first(failure: Failure) -> tuple[int, int, int]:
    """For who calls, what goes wrong without any exception is worse than what fails at once."""
    loud = (Failing.MISDIRECTED, Failing.UNBOUND, Failing.PERMUTED).index(failure.failing)
    return loud, *_plainness(failure)[1:]


def _charge(
    caller: tuple[Failure, bool, tuple[str, ...]] | None, implementer: tuple[Failure, bool, tuple[str, ...]] | None
) -> Charge | None:
    if caller is None and implementer is None:
        return None
    nothing: tuple[Failure | None, bool, tuple[str, ...]] = (None, False, ())
    first, second = caller or nothing, implementer or nothing
    return Charge(
        caller=first[0],
        implementer=second[0],
        moved=first[1] or second[1],
        shifted=tuple(dict.fromkeys((*first[2], *second[2]))),
    )


class _Blame:
    """Finds the pair to blame. Sides are *here* (whose calls are looked at) and *there*."""

    def __init__(self, matched: Matched, *, forward: bool) -> None:
        pairs = matched.pairs if forward else tuple((new, old) for old, new in matched.pairs)
        self.pairs = pairs
        self.moved = matched.moved
        self.by_here = {id(here): index for index, (here, _) in enumerate(pairs) if here}
        self.by_there = {id(there): index for index, (_, there) in enumerate(pairs) if there}

    def of(self, parameter: Parameter) -> int:
        """The pair of a parameter of either side."""
        return self.by_here[id(parameter)] if id(parameter) in self.by_here else self.by_there[id(parameter)]

    def here(self, there: Parameter) -> Parameter | None:
        """The counterpart of a parameter of the other side."""
        return self.pairs[self.by_there[id(there)]][0]

    def there(self, here: Parameter) -> Parameter | None:
        """The counterpart of a parameter of this side."""
        return self.pairs[self.by_here[id(here)]][1]

    def shift(self, index: int, here: Shape, there: Shape) -> int:
        """What shifted this pair, which is positional on both sides: itself if it moved, else what came or went
        before it, the nearest."""
        if index in self.moved:
            return min(self.moved)
        mine, other = self.pairs[index]
        assert mine is not None and other is not None
        at_here, at_there = here.line.index(mine), there.line.index(other)
        if at_there > at_here:
            came = (p for p in reversed(there.line[:at_there]) if not self._stands_before(self.here(p), here, at_here))
            return self._moved_or_itself(self.by_there[id(next(came))])
        went = (p for p in reversed(here.line[:at_here]) if not self._stands_before(self.there(p), there, at_there))
        return self._moved_or_itself(self.by_here[id(next(went))])

    def _moved_or_itself(self, index: int) -> int:
        return min(self.moved) if index in self.moved else index

    @staticmethod
    def _stands_before(counterpart: Parameter | None, shape: Shape, place: int) -> bool:
        return counterpart is not None and any(p is counterpart for p in shape.line[:place])


@dataclass(frozen=True, kw_only=True)
class _Way:
    """All calls of *here*, looked at *there*."""

    here: Shape
    there: Shape
    blame: _Blame
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", keywords(self.here, self.there))

    @cached_property
    def common(self) -> frozenset[str]:
        """The names that both versions give to a parameter."""
        return frozenset(self.here.named) & frozenset(self.there.named)

    @property
    def most(self) -> int:
        """One positional argument more than either version has parameters for: further ones change nothing."""
        return max(len(self.here.line), len(self.there.line)) + 1

    def faults(self) -> Iterator[Fault]:
        """Every way in which calls of *here* do not survive *there*, the shortest calls first."""
        for count in range(self.most + 1):
            if self.here.takes(count):
                yield from self._at(count) if self.there.takes(count) else self._count(count)

    def _at(self, count: int) -> Iterator[Fault]:
        meeting = True
        for name in self.names:
            mine, other = self.here.allows(name, count), self.there.allows(name, count)
            meeting = meeting and bool(mine & other)
            if True in mine - other:
                yield self._fault(self._not_taken(name), self._call(count, name), name, count, passing=True)
            if False in mine - other:
                wanted = self._wanted(self.there.named[name], count)
                yield self._fault(wanted, self._call(count, without=name), name, count, passing=False)
        if meeting:
            yield from self._misdirected(count)

    def _count(self, count: int) -> Iterator[Fault]:
        """The other side takes no call with so many positional arguments: too many, or too few."""
        if count > len(self.there.line) and self.there.rest is None:
            if count > len(self.here.line):
                assert self.here.rest is not None
                yield self._fault(self.blame.of(self.here.rest), self._call(count), None, count)
            else:
                lost = next(p for p in reversed(self.here.line[:count]) if not self._positional_there(p))
                yield self._fault(self.blame.of(lost), self._call(count), None, count)
        for parameter in self.there.left_open(count):
            yield self._fault(self._wanted(parameter, count), self._call(count), parameter.name, count)

    def _positional_there(self, parameter: Parameter) -> bool:
        counterpart = self.blame.there(parameter)
        return counterpart is not None and counterpart.kind.positional

    def _not_taken(self, name: str) -> int:
        """Who is to blame that a keyword, passed here, is not taken there."""
        mine, other = self.here.named.get(name), self.there.named.get(name)
        by_name = mine is not None and mine.kind.named
        if other is None or not other.kind.named:
            if by_name and mine is not None:
                return self.blame.of(mine)
            assert self.here.keywords is not None
            return self.blame.of(self.here.keywords)
        if not by_name or mine is None or not mine.kind.positional:
            return self.blame.of(other)
        return self.blame.shift(self.blame.of(mine), self.here, self.there)

    def _wanted(self, other: Parameter, count: int) -> int:
        """Who is to blame that a parameter must be passed there, and need not (or is passed by position) here."""
        mine, index = self.blame.here(other), self.blame.of(other)
        if mine is None or mine.name != other.name or not mine.required:
            return self._shifted_or(index, mine, other, count)
        if mine.kind.positional and other.kind.positional and self.here.place[mine.name] < count:
            return self._shift(index)
        return index

    def _shifted_or(self, index: int, mine: Parameter | None, other: Parameter, count: int) -> int:
        """A renamed positional-only parameter that is as required as before was shifted; all else is its own fault."""
        if (
            mine is not None
            and mine.required
            and mine.kind is other.kind is ParameterKind.POSITIONAL_ONLY
            and self.here.place[mine.name] < count
        ):
            return self._shift(index)
        return index

    def _shift(self, index: int) -> int:
        return self.blame.shift(index, self.here, self.there)

    def _misdirected(self, count: int) -> Iterator[Fault]:
        for position in range(count):
            mine, other = self.here.lands(position), self.there.lands(position)
            if (mine.name if mine else None) != (other.name if other else None):
                for name in (side.name for side in (mine, other) if side is not None and side.name in self.common):
                    yield self._misplaced(name, self._call(count, binds=True), count)
                    break
        for name in self.common:
            mine, other = self.here.named[name], self.there.named[name]
            both_take = True in self.here.allows(name, count) & self.there.allows(name, count)
            if both_take and mine.kind.named is not other.kind.named:
                failure = Failure(call=self._call(count, name, binds=True), failing=Failing.MISDIRECTED)
                yield Fault(index=self.blame.of(mine), failure=failure, count=count, passing=(name, True))

    def _misplaced(self, name: str, call: str, count: int) -> Fault:
        mine, other = self.here.named[name], self.there.named[name]
        nameless = not mine.kind.named and not other.kind.named
        failure = Failure(call=call, failing=Failing.PERMUTED if nameless else Failing.MISDIRECTED)
        index = self.blame.of(mine)
        if mine.kind.positional and other.kind.positional:
            index = self._shift(index)
        return replace(self._fault(index, call, name, count), failure=failure)

    def _fault(self, index: int, call: str, name: str | None, count: int, *, passing: bool | None = None) -> Fault:
        own = {side.name for side in self.blame.pairs[index] if side is not None}
        return Fault(
            index=index,
            failure=Failure(call=call, failing=Failing.UNBOUND),
            count=count,
            passing=(name, passing) if name is not None and passing is not None else None,
            moved=index == min(self.blame.moved, default=None),
            shifted=name if name is not None and name not in own and name in self.common else None,
        )

    def _call(self, count: int, name: str | None = None, *, without: str | None = None, binds: bool = False) -> str:
        """The arguments of a call with so many by position, all that is required here, and this keyword.

        `binds` asks for a call that binds there too, and so for what is required there.
        """
        filled = [self.here.lands(position) for position in range(count)]
        arguments = [parameter.name if parameter else "…" for parameter in filled]
        wanted = [other for other in self.names if other not in (name, without) and self._needed(other, count, binds)]
        return ", ".join([*arguments, *(f"{keyword}=…" for keyword in (*wanted, *([name] if name else ())))])

    def _needed(self, name: str, count: int, binds: bool) -> bool:
        allowed = self.here.allows(name, count)
        return (allowed & self.there.allows(name, count) if binds else allowed) == IN
