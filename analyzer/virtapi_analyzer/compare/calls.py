"""How the calls of a function or method changed: told by its parameters, or by the forms of an overload set."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from virtapi_analyzer.compare.coverage import LEVELS
from virtapi_analyzer.compare.forms import written
from virtapi_analyzer.compare.overloads import Turnover, turnover
from virtapi_analyzer.compare.signatures import charge
from virtapi_analyzer.model.charge import Charge, Failing, Failure
from virtapi_analyzer.model.element import Parameter, Signature, Type, values_differ
from virtapi_analyzer.model.pair import CallablePair, OverloadPair, ParameterPair

Charged = tuple[Parameter | None, Parameter | None, Charge | None]


def call_pairs(pair: CallablePair) -> Iterator[ParameterPair | OverloadPair]:
    """The parameters, or the overload set, of a function or method that is there on both sides.

    A change of the forms that is one of their parameters, and of nothing else, is told of these.
    """
    if pair.old is None or pair.new is None:
        return
    if not pair.old.overloads and not pair.new.overloads:
        yield from parameter_pairs(pair)
        return
    old, new = (side.overloads or (side.signature,) for side in (pair.old, pair.new))
    turned = turnover(old, new, overridden=pair.owner is not None)
    by_parameter = _by_parameter(turned)
    yield from _pairs(pair, (*by_parameter, *_defaults(turned)))
    gone, came = ((), ()) if by_parameter else _written(turned.gone, turned.came)
    yield OverloadPair(
        path=pair.path, old=pair.old, new=pair.new, roles=pair.roles, flow=pair.flow, owner=pair.owner,
        gone=gone, came=came, reordered=turned.reordered, by_parameter=bool(by_parameter),
        charge=turned.charge if gone or came else None,
    )  # fmt: skip


def parameter_pairs(pair: CallablePair) -> Iterator[ParameterPair]:
    """The parameters of a function or method that is there on both sides, with what each is charged with."""
    if pair.old is not None and pair.new is not None:
        yield from _pairs(pair, charge(pair.old.signature, pair.new.signature))


def _pairs(pair: CallablePair, parameters: Sequence[Charged]) -> Iterator[ParameterPair]:
    for old, new, found in parameters:
        charged = _by_subclasses(found) if pair.name == "__init_subclass__" else found
        name = old.name if old is not None else new.name if new is not None else ""
        path = f"{pair.path}({name})"
        yield ParameterPair(
            path=path, old=old, new=new, roles=pair.roles, flow=pair.flow, callable=pair, charge=charged
        )  # fmt: skip


def _by_subclasses(charged: Charge | None) -> Charge | None:
    """Python itself calls `__init_subclass__`, with what a subclass is defined with: its author makes the calls."""
    if charged is None or charged.caller is None:
        return None
    return replace(charged, caller=None, implementer=charged.caller)


def _by_parameter(turned: Turnover) -> tuple[Charged, ...]:
    """The parameters whose change is all that happened to the forms, one a form and each told once; empty where more
    happened.

    What they are charged with must hurt as the whole set does: a call that one form lost may be taken by another.
    """
    if len(turned.before) != len(turned.after):
        return ()
    found: dict[tuple[str | None, str | None], Charged] = {}
    for before, after in zip(turned.before, turned.after, strict=True):
        parameters = charge(before, after)
        if not _same_type(before.returns, after.returns) or sum(_touched(each) for each in parameters) != 1:
            return ()
        for old, new, charged in parameters:
            if old is not None and new is not None and not _same_type(old.type, new.type):
                return ()
            key = old.name if old else None, new.name if new else None
            known = found.get(key)
            found[key] = known if known is not None and known[2] is not None else (old, new, charged)
    told = tuple(each for each in found.values() if each[2] is not None)
    whole, parts = turned.charge, [charged for _, _, charged in told if charged is not None]
    alike = _failing(whole.caller) == _loudest(part.caller for part in parts) and _failing(
        whole.implementer
    ) == _loudest(part.implementer for part in parts)
    return told if alike else ()


def _touched(parameter: Charged) -> bool:
    """Whether a parameter came or went, or is charged with something."""
    old, new, charged = parameter
    return old is None or new is None or charged is not None


def _same_type(old: Type | None, new: Type | None) -> bool:
    return (old and old.normal) == (new and new.normal)


def _failing(failure: Failure | None) -> Failing | None:
    return failure.failing if failure is not None else None


def _loudest(failures: Iterable[Failure | None]) -> Failing | None:
    found = {failure.failing for failure in failures if failure is not None}
    return next((level for level in LEVELS if level in found), None)


def _defaults(turned: Turnover) -> Iterator[Charged]:
    """The parameters of forms that both sides have, whose defaults alone have another value, each once."""
    found = {
        old.name: (old, new, None)
        for before, after in turned.kept
        for old, new, _ in (charge(before, after) if before != after else ())
        if old is not None and new is not None and values_differ(old.default, new.default)
    }
    yield from found.values()


def _written(gone: Sequence[Signature], came: Sequence[Signature]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Forms for people: as they are written, or in normal form where an alias hides the difference."""
    first, second = (tuple(written(form) for form in side) for side in (gone, came))
    if set(first).isdisjoint(second):
        return first, second
    spelled_out = [tuple(written(form, normal=True) for form in side) for side in (gone, came)]
    return spelled_out[0], spelled_out[1]
