"""Edits of a function or a method: its parameters, what it raises, its marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tests.compare import oracle
from tests.properties.descriptions import (
    Function,
    Parameter,
)
from tests.properties.harm import (
    BOTH,
    CALLER,
    IMPLEMENTER,
    NOBODY,
    PERHAPS,
    PERHAPS_ALL,
    Harm,
)
from virtapi_analyzer.model.element import Parameter as Seen
from virtapi_analyzer.model.element import ParameterKind, Signature, Value


def of_function(old: Function) -> Iterator[tuple[str, Function, Harm]]:
    """What may happen to a function: the kind of edit, the function after it, and whom it hurts."""
    yield "asynchronous or no longer", replace(old, asynchronous=not old.asynchronous), BOTH
    yield "superseded or no longer", replace(old, marks=old.marks ^ {"superseded"}), NOBODY
    harm = NOBODY if "experimental" in old.marks else PERHAPS_ALL
    yield "experimental or no longer", replace(old, marks=old.marks ^ {"experimental"}), harm
    if old.raises is not None:
        yield "more raised", replace(old, raises=(*old.raises, "MemoryError")), CALLER
        if old.raises:
            yield "less raised", replace(old, raises=old.raises[1:]), IMPLEMENTER
    for index, each in enumerate(old.parameters):
        if each.default is not None:
            changed = replace(each, default=f"1{each.default}")
            yield "default changed", _with(old, index, changed), Harm(caller=PERHAPS)
    for what, new in _of_signature(old):
        if _valid(new.parameters):
            yield what, new, _judged(old, new)


def _of_signature(old: Function) -> Iterator[tuple[str, Function]]:
    """What may happen to a list of parameters, valid or not."""
    listed = old.parameters
    for kind in (ParameterKind.POSITIONAL_OR_KEYWORD, ParameterKind.KEYWORD_ONLY):
        for default in (None, "1"):
            yield (
                f"{'optional' if default else 'required'} parameter added",
                _sorted(old, (*listed, Parameter("fresh", kind, default=default))),
            )
    yield "optional parameter inserted", _sorted(old, (Parameter("fresh", default="1"), *listed))
    for kind, name in ((ParameterKind.VAR_POSITIONAL, "args"), (ParameterKind.VAR_KEYWORD, "kwargs")):
        if all(each.kind is not kind for each in listed):
            yield "variadic parameter added", _sorted(old, (*listed, Parameter(name, kind)))
    for index, each in enumerate(listed):
        yield "parameter removed", _with(old, index, None)
        if each.kind.variadic:
            continue
        if each.kind is not ParameterKind.POSITIONAL_ONLY:
            yield "parameter renamed", _with(old, index, replace(each, name=f"{each.name}_v2"))
        yield "default added or removed", _with(old, index, replace(each, default=None if each.default else "1"))
        for other in ParameterKind:
            if not other.variadic and other is not each.kind:
                yield "kind of parameter changed", _with(old, index, replace(each, kind=other))
    for index, (first, second) in enumerate(pairwise(listed)):
        if second.kind.positional:
            swapped = (
                *listed[:index],
                replace(second, kind=first.kind),
                replace(first, kind=second.kind),
                *listed[index + 2 :],
            )
            yield "parameters reordered", replace(old, parameters=swapped)


def _with(function: Function, index: int, new: Parameter | None) -> Function:
    listed = function.parameters
    return _sorted(function, (*listed[:index], *([new] if new is not None else []), *listed[index + 1 :]))


def _sorted(function: Function, listed: Sequence[Parameter]) -> Function:
    return replace(function, parameters=tuple(sorted(listed, key=lambda each: each.kind)))


def _valid(listed: Sequence[Parameter]) -> bool:
    line = [each.default is not None for each in listed if each.kind.positional]
    return line == sorted(line)


def _judged(old: Function, new: Function) -> Harm:
    """What real calls say: the host of the judge calls, the driver overrides."""
    verdict = oracle.judge(_signature(old), _signature(new))
    return Harm(caller=verdict.host, implementer=verdict.driver)


def _signature(function: Function) -> Signature:
    return Signature(
        parameters=tuple(
            Seen(
                name=each.name,
                kind=each.kind,
                default=Value(text="None", normal="None") if each.default is not None else None,
            )
            for each in function.parameters
        )
    )
