"""The signature relation: Python itself judges it, by real calls."""

import inspect
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.compare import oracle
from tests.compare.oracle import NAMES, edited, findings, judge, render, verdict

from virtapi_analyzer.compare.members import parameter_pairs
from virtapi_analyzer.compare.signatures import charge
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Parameter, ParameterKind, Signature, Value
from virtapi_analyzer.model.pair import ClassPair, Difference, FunctionPair, MethodPair

NAMED = [kind for kind in ParameterKind if not kind.variadic]

# Pairs that a list of rules gets wrong, and what is told of them.
TRICKY = [
    ("a, c=0", "a, b=0, c=0", ["param-inserted-positional f(b)"]),
    ("a=0, /, **kw", "a=0, **kw", ["param-kind-widened f(a)"]),
    ("*args, **kw", "b=0, *args, **kw", ["param-inserted-positional f(b)"]),
    ("*, a, **kw", "**kw", ["param-removed-required f(a)"]),
    ("a, /, **kw", "a, /, *, b=0, **kw", []),
    ("a", "*args, a", ["param-kind-narrowed f(a)"]),
    ("instance, network_info", "context, instance", []),
    ("a, *, b", "b, *, a", []),
    ("a, b=0, /", "a, b=0, *args", []),
]


def parsed(text: str) -> Signature:
    """The signature that Python itself sees in a text."""
    return Signature(
        parameters=tuple(
            Parameter(
                name=found.name,
                kind=ParameterKind(found.kind),
                default=None if found.default is inspect.Parameter.empty else Value(text="None", normal="None"),
            )
            for found in inspect.signature(oracle.function(text)).parameters.values()
        )
    )


@st.composite
def signatures(draw: st.DrawFn) -> Signature:
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=len(NAMES)))
    kinds = sorted(draw(st.sampled_from(NAMED)) for _ in names)
    named = [(name, kind, draw(st.booleans())) for name, kind in zip(names, kinds, strict=True)]
    rare = st.integers(0, 4).map(lambda number: number == 4)
    return oracle.signature(named, rest=draw(rare), keywords=draw(rare))


@st.composite
def one_edit_apart(draw: st.DrawFn) -> tuple[Signature, Signature]:
    old = draw(signatures())
    return old, edited(Random(draw(st.integers(0, 10_000))), old) or old


some_pairs = st.one_of(st.tuples(signatures(), signatures()), one_edit_apart())


@settings(max_examples=5_000)
@given(pair=some_pairs)
def test_python_judges_every_pair_of_signatures_as_we_do(pair: tuple[Signature, Signature]) -> None:
    old, new = pair
    assert verdict(findings(old, new)) == judge(old, new), f"({render(old)}) -> ({render(new)})"

