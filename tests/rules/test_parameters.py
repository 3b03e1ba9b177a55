"""What the exact relation charges to a parameter is named once: by one rule, never by none and never by two."""

from hypothesis import given
from hypothesis import strategies as st

from virtapi_analyzer import rules
from virtapi_analyzer.compare.calls import parameter_pairs
from virtapi_analyzer.model.element import (
    Class,
    ClassKind,
    Function,
    Location,
    Parameter,
    ParameterKind,
    Signature,
    Value,
)
from virtapi_analyzer.model.pair import CallablePair, ClassPair, FunctionPair, MethodPair, ParameterPair

HERE = Location(file="pkg/__init__.pyi", line=1)
DEFAULT = Value(text="None", normal="None")
OWNER = ClassPair(
    path="pkg.Driver",
    old=Class(path="pkg.Driver", text="class Driver", location=HERE, kind=ClassKind.PLAIN),
    new=Class(path="pkg.Driver", text="class Driver", location=HERE, kind=ClassKind.PLAIN),
)


@st.composite
def signatures(draw: st.DrawFn) -> Signature:
    names = draw(st.permutations("abcd"))[: draw(st.integers(0, 4))]
    kinds = sorted(draw(st.lists(st.sampled_from(plain()), min_size=len(names), max_size=len(names))))
    optional = draw(st.booleans())
    parameters = []
    for name, kind in zip(names, kinds, strict=True):
        # Behind an optional positional parameter all positional ones are optional.
        optional = (optional and kind.positional) or draw(st.booleans())
        parameters.append(Parameter(name=name, kind=kind, default=DEFAULT if optional else None))
    for name, kind in (("args", ParameterKind.VAR_POSITIONAL), ("kwargs", ParameterKind.VAR_KEYWORD)):
        if draw(st.booleans()):
            parameters.append(Parameter(name=name, kind=kind))
    return Signature(parameters=tuple(sorted(parameters, key=lambda parameter: parameter.kind)))


def plain() -> list[ParameterKind]:
    return [kind for kind in ParameterKind if not kind.variadic]


def function(signature: Signature) -> Function:
    return Function(path="pkg.Driver.spawn", text="def spawn", location=HERE, signature=signature)


@given(old=signatures(), new=signatures())
def test_every_charge_of_a_method_is_named_once(old: Signature, new: Signature) -> None:
    for pair in pairs(MethodPair, old, new):
        named = [change.rule for change in rules.changes([pair]) if change.charge is not None]
        assert len(named) == (pair.charge is not None), (named, pair.charge)


@given(old=signatures(), new=signatures())
def test_of_a_function_only_its_callers_are_told(old: Signature, new: Signature) -> None:
    for pair in pairs(FunctionPair, old, new):
        named = [change.rule for change in rules.changes([pair]) if change.charge is not None]
        assert len(named) == (pair.charge is not None and pair.charge.caller is not None), (named, pair.charge)


def pairs(kind: type[CallablePair], old: Signature, new: Signature) -> list[ParameterPair]:
    owner = OWNER if kind is MethodPair else None
    both = kind(path="pkg.Driver.spawn", old=function(old), new=function(new), owner=owner)
    return list(parameter_pairs(both))
