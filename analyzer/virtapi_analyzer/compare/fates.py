"""What becomes of an exception of a host's call, on every way to the host's edge."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from virtapi_analyzer.interface.resolution import standard_order
from virtapi_analyzer.model.call import Call
from virtapi_analyzer.model.shelter import UNKNOWN, Ending, Fate, Handler, Hold, Shelter, Site, Surroundings

_BROAD = frozenset({"Exception", "BaseException"})
_NO_WAY = Fate(least=Hold.NAMED, most=Hold.NAMED)
"""Of what is called by nothing that leads to the edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """What becomes of the exceptions of one host's calls; what leads to the functions is gone through once for each."""

    around: Surroundings
    beyond: dict[str, Mapping[str, Fate]] = field(default_factory=dict)

    def of(self, call: Call, exception: str) -> Fate:
        """What becomes of an exception that a call lets out."""
        caught = _Caught(exception=exception, above=_above(exception, self.around))
        if exception not in self.beyond:
            self.beyond[exception] = _beyond(caught, self.around)
        outside = self.beyond[exception].get(call.within) or _escaped(call.within)
        return _inside(call.shelter, caught, outside, near=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Caught:
    """An exception, and what a handler may name to catch it."""

    exception: str
    above: frozenset[str]

    def by(self, handler: Handler) -> bool | None:
        """Whether a handler catches it; None where nobody can see."""
        if handler.caught is None or self.among(handler.caught):
            return True
        return None if UNKNOWN in handler.caught else False

    def among(self, names: Collection[str]) -> bool:
        """Whether one of these stands for it."""
        if not self.above.isdisjoint(names):
            return True
        # What only documentation names may have no path.
        bare = "." not in self.exception and not standard_order(self.exception)
        return bare and any(name.rpartition(".")[2] == self.exception for name in names)

    def endings(self, handler: Handler) -> set[Ending]:
        """What may become of it in a handler."""
        return {
            way.ending
            for way in handler.ways
            if all(UNKNOWN in names or self.among(names) is answer for names, answer in way.asked)
        }

    def hold(self, handler: Handler, *, near: bool) -> Hold:
        """How a handler holds it."""
        named = [handler.caught or (), *(names for way in handler.ways for names, _ in way.asked)]
        if any(UNKNOWN in names or self.among(set(names) - _BROAD) for names in named):
            return Hold.NAMED
        return Hold.NEAR if near else Hold.FAR


def _above(exception: str, around: Surroundings) -> frozenset[str]:
    return frozenset((exception, *around.above.get(exception, standard_order(exception))))


def _escaped(function: str) -> Fate:
    return Fate(least=Hold.NONE, most=Hold.NONE, edges=(function,))


def _inside(shelter: Shelter, caught: _Caught, outside: Fate, *, near: bool) -> Fate:
    """The fate of an exception that is raised inside this shelter; `outside` is that of what leaves the function."""
    doubtful: list[Fate] = []
    for group in shelter:
        for handler in group:
            if (fits := caught.by(handler)) is False:
                continue
            how, endings = caught.hold(handler, near=near), caught.endings(handler)
            held = Fate(least=how, most=how, held=(handler,))
            if fits and Ending.AGAIN not in endings:
                return _after(doubtful, held)
            if endings != {Ending.AGAIN}:
                doubtful.append(held)
            if fits:
                break  # raised again: the other handlers of the same `try` do not see it
    return _after(doubtful, outside)


def _after(doubtful: Sequence[Fate], found: Fate) -> Fate:
    """A fate where some handlers before may have taken the exception."""
    most = max([found.most, *(each.most for each in doubtful)])
    held = tuple(dict.fromkeys((*(handler for each in doubtful for handler in each.held), *found.held)))
    return replace(found, most=most, held=held)


def _beyond(caught: _Caught, around: Surroundings) -> Mapping[str, Fate]:
    """The fate of an exception that leaves a function, for every function that something of the host calls.

    Functions that only call each other are at the edge too: something that cannot be seen begins with one of them.
    """
    led_to = _led_to(around.sites)
    fates = {function: _NO_WAY if function in led_to else _escaped(function) for function in around.sites}
    changed = True
    while changed:  # each round can only make it worse, or add what is told
        changed = False
        for function in led_to:
            found = _over(function, around.sites[function], caught, fates)
            if found != fates[function]:
                fates[function], changed = found, True
    return fates


def _led_to(sites: Mapping[str, Sequence[Site]]) -> Collection[str]:
    """The functions that something at the host's edge leads to, in the order of `sites`."""
    callers = {function: {site.within for site in found} for function, found in sites.items()}
    led = dict.fromkeys(function for function, found in callers.items() if any(each not in sites for each in found))
    grew = True
    while grew:
        more = [f for f, found in callers.items() if f not in led and not found.isdisjoint(led)]
        led.update(dict.fromkeys(more))
        grew = bool(more)
    return list(led)


def _over(function: str, sites: Sequence[Site], caught: _Caught, fates: Mapping[str, Fate]) -> Fate:
    """The fate of what leaves a function, from those of the places that call it."""
    found = [
        (site, _inside(site.shelter, caught, fates.get(site.within) or _escaped(site.within), near=False))
        for site in sites
    ]
    least = min(its.least for _, its in found)
    edges = [edge for _, its in found for edge in its.edges]
    seen = [(site, its) for site, its in found if site.sure] or found
    most = min(its.most for _, its in seen)
    if any(site.handed for site in sites) or not any(site.sure for site in sites):
        least, edges = Hold.NONE, [function, *edges]  # something that cannot be seen may call it too
    return Fate(
        least=least,
        most=most,
        held=tuple(dict.fromkeys(handler for _, its in found for handler in its.held)),
        edges=tuple(dict.fromkeys(edges)),
    )
