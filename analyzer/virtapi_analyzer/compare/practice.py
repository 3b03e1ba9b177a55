"""What a host's own call sites say of a changed signature: which parameter's change do they run into?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from virtapi_analyzer.compare.binding import misfit
from virtapi_analyzer.compare.shapes import Shape
from virtapi_analyzer.compare.signatures import Fault, charge, implementer_faults
from virtapi_analyzer.model.call import Arguments, Call, HostCalls, Practice
from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Signature
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import AnyPair, CallablePair, ParameterPair


def practised(pairs: Sequence[AnyPair], host: HostCalls, new: Interface) -> tuple[AnyPair, ...]:
    """The pairs, those of parameters that drivers take with what the host's calls of the new version say of them.

    Where the interface declares its roles itself, its declaration is the contract, and no host's habit is.
    """
    decides = not any(class_.contract.role is not None for class_ in new.classes.values())
    known: dict[int, Mapping[tuple[int, int], Practice]] = {}

    def one(pair: AnyPair) -> AnyPair:
        if not isinstance(pair, ParameterPair) or not _concerns_drivers(pair):
            return pair
        method = pair.callable
        if id(method) not in known:
            known[id(method)] = dict(_of_method(method, host, decides=decides))
        return replace(pair, practice=known[id(method)].get((id(pair.old), id(pair.new))))

    return tuple(one(pair) for pair in pairs)


def _concerns_drivers(pair: ParameterPair) -> bool:
    method = pair.callable
    one_form = method.both is not None and not any(side.overloads for side in method.both)
    charged = pair.charge is not None and pair.charge.implementer is not None
    return charged and one_form and method.owner is not None and pair.roles == {Role.DRIVER}


def _of_method(method: CallablePair, host: HostCalls, *, decides: bool) -> Iterator[tuple[tuple[int, int], Practice]]:
    assert method.old is not None and method.new is not None
    old, new = method.old.signature, method.new.signature
    made = host.of(method.new.name)
    calls = [call for call in made if misfit(call.arguments, new) is None]
    unfit = tuple(call for call in made if call not in calls)
    surely, perhaps = _by_parameter(old, new, calls)
    for index, (before, after, _) in enumerate(charge(old, new)):
        failing = surely.get(index, ())
        practice = Practice(
            host=host.sight.label,
            calls=len(made),
            came=before is None,
            failing=tuple(call for call, _ in failing),
            doubtful=perhaps.get(index, ()),
            unfit=unfit,
            worst=min((how for _, how in failing), key=_LOUDNESS.index, default=None),
            blind=host.sight.partial,
            decides=decides,
        )
        yield (id(before), id(after)), practice


_LOUDNESS = (Failing.UNBOUND, Failing.MISDIRECTED, Failing.PERMUTED)


def _by_parameter(
    old: Signature, new: Signature, calls: Sequence[Call]
) -> tuple[Mapping[int, tuple[tuple[Call, Failing], ...]], Mapping[int, tuple[Call, ...]]]:
    """For each parameter, by index, the calls that fail because of it, and those that may."""
    found = implementer_faults(old, new)
    faults, most = found.ways, found.most
    surely: dict[int, tuple[tuple[Call, Failing], ...]] = {}
    perhaps: dict[int, tuple[Call, ...]] = {}
    for call in calls:
        passed = _in_terms_of(call.arguments, found.names)
        certain = [fault for fault in faults if _applies(fault, passed, most)]
        if any(fault.failure.failing is Failing.UNBOUND for fault in certain):  # then nothing lands anywhere
            certain = [fault for fault in certain if fault.failure.failing is Failing.UNBOUND]
        blamed = {index: _worst(fault for fault in certain if fault.index == index) for index in _indices(certain)}
        if certain and Failing.UNBOUND not in blamed.values():
            blamed |= {index: _worst(certain) for index in _strayed(call, old, new) if index not in blamed}
        for index, worst in blamed.items():
            if call.after:
                perhaps[index] = (*perhaps.get(index, ()), call)
            else:
                surely[index] = (*surely.get(index, ()), (call, worst))
        for index in _indices(fault for fault in faults if _may_apply(fault, passed, most)):
            if index not in blamed:
                perhaps[index] = (*perhaps.get(index, ()), call)
    return surely, perhaps


def _indices(faults: Iterable[Fault]) -> Iterator[int]:
    return iter(dict.fromkeys(fault.index for fault in faults))


def _worst(faults: Iterable[Fault]) -> Failing:
    return min((fault.failure.failing for fault in faults), key=_LOUDNESS.index)


def _strayed(call: Call, old: Signature, new: Signature) -> Iterator[int]:
    """The parameters, by index, that get the argument of another one by position."""
    before, after = Shape(old), Shape(new)
    indices = {id(side): index for index, (side, _, _) in enumerate(charge(old, new)) if side is not None}
    for position in range(min(call.arguments.positional, len(before.line))):
        meant, taken = after.lands(position), before.line[position]
        if meant is None or meant.name != taken.name:
            yield indices[id(taken)]


def _in_terms_of(passed: Arguments, names: Sequence[str]) -> Arguments:
    """The same call, with the name that stands for all others in their place."""

    def known(keywords: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name if name in names else names[-1] for name in keywords))

    return replace(passed, keywords=known(passed.keywords), possible=known(passed.possible))


def _applies(fault: Fault, passed: Arguments, most: int) -> bool:
    """Whether a call, as far as it can be seen, is one of those that fail so."""
    if fault.count != min(passed.positional, most):
        return False
    if fault.passing is None:
        return not passed.more_positional or fault.count == most
    name, given = fault.passing
    if given:
        return name in passed.keywords or name in passed.possible
    return name not in passed.keywords and name not in passed.possible and not passed.open


def _may_apply(fault: Fault, passed: Arguments, most: int) -> bool:
    """Whether a call may be one of those, by what it may pass and nobody can see."""
    reached = fault.count == min(passed.positional, most)
    if not reached and not (passed.more_positional and fault.count >= passed.positional):
        return False
    if fault.passing is None:
        return passed.open
    name, given = fault.passing
    if given:
        return passed.more_keywords or (not reached and name in (*passed.keywords, *passed.possible))
    return passed.open and name not in passed.keywords
