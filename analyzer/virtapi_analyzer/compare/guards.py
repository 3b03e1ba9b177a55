"""Where a host stopped, or began, to expect that a driver leaves out a method: from an old host to a new one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from virtapi_analyzer.compare.fates import Fates
from virtapi_analyzer.model.call import Call, HostCalls
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Body
from virtapi_analyzer.model.guarding import Became, Guarding
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import AnyPair, MethodPair
from virtapi_analyzer.model.shelter import Fate, Handler, Hold

LEFT_OUT = "NotImplementedError"
"""What a method raises that a driver has left out."""


def guarded(pairs: Sequence[AnyPair], old: HostCalls, new: HostCalls, interface: Interface) -> tuple[AnyPair, ...]:
    """The pairs, those of methods that drivers implement with what became of the guards around their calls.

    Where the interface declares its roles itself, what a driver may raise is declared, and nothing is sure.
    """
    declared = any(class_.contract.role is not None for class_ in interface.classes.values())
    fates = Fates(around=old.surroundings), Fates(around=new.surroundings)

    def one(pair: AnyPair) -> AnyPair:
        if not isinstance(pair, MethodPair) or pair.both is None or pair.roles != {Role.DRIVER} or pair.private:
            return pair
        before, after = pair.both
        if after.body is Body.CODE and not after.abstract:
            return pair  # who leaves it out inherits what works
        found = guarding(before.name, old, fates[0], after.name, new, fates[1])
        if found is None or (found.was < Hold.NAMED and not after.optional_by_convention):
            return pair  # who leaves it out inherits what does nothing, and no host expected a refusal
        sure = found.sure and after.optional_by_convention and not declared
        return replace(pair, guarding=replace(found, sure=sure))

    return tuple(map(one, pairs))


def guarding(
    old_name: str, old: HostCalls, old_fates: Fates, new_name: str, new: HostCalls, new_fates: Fates
) -> Guarding | None:
    """What changed around the calls of a method; None where nothing did that a driver could tell."""
    before = [(call, old_fates.of(call, LEFT_OUT)) for call in old.of(old_name)]
    after = [(call, new_fates.of(call, LEFT_OUT)) for call in new.of(new_name)]
    if not before or not after:
        return None
    hosts = old.sight.label, new.sight.label
    lost = list(_lost(_by_function(before), _by_function(after)))
    if lost:
        had = {function for each in lost for function in each.old}
        return Guarding(
            became=Became.MANDATORY,
            old=hosts[0],
            new=hosts[1],
            calls=tuple(call for call, its in after if any(call.within == e.new and its.least < e.was for e in lost)),
            guards=_handlers(its for call, its in before if call.within in had),
            was=max(each.was for each in lost),
            sure=any(each.sure for each in lost),
        )
    if _most(before) is Hold.NONE and _least(after) >= Hold.NEAR:
        calls = tuple(call for call, _ in after)
        guards = _handlers(its for _, its in after)
        return Guarding(became=Became.OPTIONAL, old=hosts[0], new=hosts[1], calls=calls, was=Hold.NONE, guards=guards)
    return None


Held = Sequence[tuple[Call, Fate]]
"""Calls, each with what becomes of a driver's refusal there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loss:
    """A function (`new`) that holds a refusal less than `old` did, which was so strong; `sure` that drivers fail."""

    old: tuple[str, ...]
    new: str
    was: Hold
    sure: bool


def _by_function(held: Held) -> Mapping[str, Held]:
    functions: dict[str, list[tuple[Call, Fate]]] = {}
    for call, its in held:
        functions.setdefault(call.within, []).append((call, its))
    return functions


def _lost(before: Mapping[str, Held], after: Mapping[str, Held]) -> Iterator[_Loss]:
    """Function by function; calls that moved are held against those that are gone.

    A call that came while all others stayed belongs to something new that the host does: whoever does not ask for that
    is as well off as before. And where some call was bare already, drivers had to know the method.
    """
    gone = tuple(function for function in before if function not in after)
    weakest = min(map(_least, before.values()))
    for function, held in after.items():
        old = (function,) if function in before else gone or tuple(before)
        was = min(_least(before[each]) for each in old)
        if _drop(was, _least(held)) is not None:
            sure = (function in before or bool(gone)) and _drop(weakest, _most(held)) is True
            yield _Loss(old=old, new=function, was=was, sure=sure)


def _drop(was: Hold, now: Hold) -> bool | None:
    """Whether a driver that leaves out the method surely fails where it did not; None where it does not.

    What only catches whatever comes keeps the host alive, and may be all that is needed where it is near.
    """
    if now >= was:
        return None
    return was >= Hold.NEAR and now < Hold.NEAR and not (was is Hold.NEAR and now is Hold.FAR)


def _least(held: Held) -> Hold:
    return min(its.least for _, its in held)


def _most(held: Held) -> Hold:
    return min(its.most for _, its in held)


def _handlers(fates: Iterable[Fate]) -> tuple[Handler, ...]:
    return tuple(dict.fromkeys(handler for each in fates for handler in each.held))
