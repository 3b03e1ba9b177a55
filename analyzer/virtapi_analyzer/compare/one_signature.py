"""One signature that takes the calls of two: what an override needs that is to serve both versions.

Several candidates, the plainest first, are put to the exact relation of signatures; the first that takes every call of
both is it. What decides is that relation, not how a candidate was thought of.
"""

from collections.abc import Iterator
from dataclasses import replace

from virtapi_analyzer.compare.shapes import Shape
from virtapi_analyzer.compare.signatures import charge
from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.element import Parameter, ParameterKind, Signature, Value

ABSENT = Value(text="None", normal="None")
"""The default of a parameter that only one version has, and requires there."""


def one_signature(old: Signature, new: Signature) -> Signature | None:
    """A signature that takes every call of both as it is meant; None where the exact relation finds none of the
    candidates good."""
    found = (each for each in _candidates(old, new) if takes(each, old) and takes(each, new))
    return next(found, None)


def takes(candidate: Signature, calls: Signature) -> bool:
    """Whether every call of a signature survives in the candidate."""
    return all(charged is None or charged.caller is None for *_, charged in charge(calls, candidate))


def conflict(old: Signature, new: Signature) -> tuple[Failing, str] | None:
    """A call that both take and in which an argument means one thing to the one and another to the other, if there is
    one: no override can tell which it is."""
    found = [charged.caller for *_, charged in charge(old, new) if charged is not None and charged.caller is not None]
    meant = [failure for failure in found if failure.failing in (Failing.MISDIRECTED, Failing.PERMUTED)]
    return next(((failure.failing, failure.call) for failure in meant), None)


def _candidates(old: Signature, new: Signature) -> Iterator[Signature]:
    yield new
    yield old
    yield _merged(old, new)
    yield _starred(old, new)


def _merged(old: Signature, new: Signature) -> Signature:
    """All parameters of both under their names, each passed in every way that one of them has, and required only where
    both require it."""
    names = dict.fromkeys(parameter.name for side in (old, new) for parameter in side.parameters)
    merged = [_both(name, old, new) for name in names]
    return Signature(parameters=tuple(_in_order(merged)), returns=new.returns)


def _both(name: str, old: Signature, new: Signature) -> Parameter:
    first, second = ({p.name: p for p in side.parameters}.get(name) for side in (old, new))
    known = second or first
    assert known is not None
    sides = [side for side in (first, second) if side is not None]
    kinds = {side.kind for side in sides}
    if len(kinds) > 1 and ParameterKind.VAR_POSITIONAL not in kinds and ParameterKind.VAR_KEYWORD not in kinds:
        known = replace(known, kind=ParameterKind.POSITIONAL_OR_KEYWORD)
    if known.kind.variadic:
        return known
    given = next((side.default for side in reversed(sides) if side.default is not None), None)
    return replace(known, default=given or (ABSENT if len(sides) == 1 else None))


def _in_order(parameters: list[Parameter]) -> Iterator[Parameter]:
    """As Python wants them: by kind, and none that is required behind one that is not."""
    optional = False
    for parameter in sorted(parameters, key=lambda parameter: parameter.kind):
        if parameter.kind.positional:
            optional = optional or parameter.default is not None
            yield replace(parameter, default=ABSENT) if optional and parameter.default is None else parameter
        else:
            yield parameter


def _starred(old: Signature, new: Signature) -> Signature:
    """What both begin with, and anything behind it."""
    first, second = Shape(old), Shape(new)
    alike = []
    for mine, other in zip(first.line, second.line, strict=False):
        if mine.name != other.name or mine.kind is not other.kind or mine.required is not other.required:
            break
        alike.append(other)
    rest = Parameter(name="args", kind=ParameterKind.VAR_POSITIONAL)
    keywords = Parameter(name="kwargs", kind=ParameterKind.VAR_KEYWORD)
    return Signature(parameters=(*alike, rest, keywords), returns=new.returns)
