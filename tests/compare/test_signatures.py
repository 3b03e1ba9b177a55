"""The signature relation: Python itself judges it, by real calls."""

import inspect
from functools import cache
from itertools import combinations_with_replacement, permutations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare import oracle
from tests.compare.oracle import NAMES, edited, findings, judge, landings, render, verdict
from virtapi_analyzer.compare.calls import parameter_pairs
from virtapi_analyzer.compare.signatures import charge
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.charge import Failing, Failure
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.difference import Difference
from virtapi_analyzer.model.element import Parameter, ParameterKind, Signature, Value
from virtapi_analyzer.model.pair import ClassPair, FunctionPair, MethodPair

NAMED = [kind for kind in ParameterKind if not kind.variadic]

# Pairs that a list of rules gets wrong, and what is told of them.
TRICKY = [
    ("a, c=0", "a, b=0, c=0", ["param-inserted-positional f(b)"]),
    ("a=0, /, **kw", "a=0, **kw", ["param-kind-widened f(a)"]),
    ("*args, **kw", "b=0, *args, **kw", ["param-added-optional f(b)"]),
    ("*, a, **kw", "**kw", ["param-removed-required f(a)"]),
    ("a, /, **kw", "a, /, *, b=0, **kw", []),
    ("a", "*args, a", ["param-kind-narrowed f(a)", "var-args-added f(args)"]),
    (
        "instance, network_info",
        "context, instance",
        ["param-removed-required f(network_info)", "param-added-required f(context)"],
    ),
    ("a, *, b", "b, *, a", ["param-kind-narrowed f(a)", "param-kind-widened f(b)"]),
    (
        "a, b=0, /",
        "a, b=0, *args",
        ["param-kind-widened f(a)", "param-kind-widened f(b)", "var-args-added f(args)"],
    ),
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


@cache
def of_length(length: int) -> tuple[Signature, ...]:
    """All signatures with so many named parameters, the plainest first."""
    return tuple(
        oracle.signature(list(zip(names, kinds, defaults, strict=True)), rest=rest, keywords=keywords)
        for rest, keywords in ((False, False), (False, True), (True, False), (True, True))
        for kinds in combinations_with_replacement(sorted(NAMED), length)
        for defaults in product((False, True), repeat=length)
        for names in permutations(NAMES, length)
    )


signatures = st.deferred(lambda: st.one_of([st.sampled_from(of_length(length)) for length in range(len(NAMES) + 1)]))
seeds = st.integers(0, 100_000)


@st.composite
def one_edit_apart(draw: st.DrawFn) -> tuple[Signature, Signature]:
    old = draw(signatures)
    return old, edited(Random(draw(seeds)), old) or old


def told(old: Signature, new: Signature) -> list[str]:
    return [f"{rule} {path.removeprefix('pkg.Driver.')}" for rule, path, _, _ in findings(old, new)]


def between(old: Signature, new: Signature) -> str:
    """The pair, for whoever reads a counterexample."""
    return f"({render(old)}) -> ({render(new)}): {findings(old, new)}"


@settings(max_examples=4_000)
@given(old=signatures, new=signatures)
def test_python_judges_every_pair_of_signatures_as_we_do(old: Signature, new: Signature) -> None:
    assert verdict(findings(old, new)) == judge(old, new), between(old, new)


@settings(max_examples=1_000)
@given(pair=one_edit_apart())
def test_one_edit_gives_one_finding_or_none_where_every_call_survives(pair: tuple[Signature, Signature]) -> None:
    truth = judge(*pair)
    hurt = max(truth.host, truth.driver) > Severity.NON_BREAKING
    assert verdict(findings(*pair)) == truth, between(*pair)
    assert len(findings(*pair)) == hurt, between(*pair)


@settings(max_examples=500)
@given(old=signatures, new=signatures)
def test_a_mirrored_pair_hurts_the_other_side(old: Signature, new: Signature) -> None:
    there, back = verdict(findings(old, new)), verdict(findings(new, old))
    assert (there.host, there.driver) == (back.driver, back.host), between(old, new)


@settings(max_examples=500)
@given(old=signatures, new=signatures)
def test_every_parameter_is_there_once(old: Signature, new: Signature) -> None:
    charged = charge(old, new)
    assert sorted(p.name for p, _, _ in charged if p) == sorted(p.name for p in old.parameters)
    assert sorted(p.name for _, p, _ in charged if p) == sorted(p.name for p in new.parameters)


@settings(max_examples=500)
@given(old=signatures, new=signatures)
def test_what_is_charged_has_a_name(old: Signature, new: Signature) -> None:
    for pair in parameter_pairs(method(old, new)):
        assert (pair.difference is Difference.NONE) is (pair.charge is None), (pair, between(old, new))


@settings(max_examples=500)
@given(old=signatures, new=signatures)
def test_nobody_overrides_a_function(old: Signature, new: Signature) -> None:
    function = FunctionPair(path="pkg.f", old=oracle.method(old), new=oracle.method(new))
    for pair in parameter_pairs(function):
        assert (pair.difference is Difference.NONE) is (pair.charge is None or pair.charge.caller is None)


@given(signature=signatures)
def test_a_signature_against_itself_is_silent(signature: Signature) -> None:
    assert told(signature, signature) == []


@settings(max_examples=300)
@given(old=signatures, new=signatures)
def test_a_call_that_is_named_fails_as_it_is_said_to(old: Signature, new: Signature) -> None:
    for _, _, charged in charge(old, new):
        if charged is not None and charged.caller is not None:
            assert_lost(charged.caller, old, new)
        if charged is not None and charged.implementer is not None:
            assert_lost(charged.implementer, new, old)


def assert_lost(failure: Failure, here: Signature, there: Signature) -> None:
    arguments = failure.call.split(", ") if failure.call else []
    keywords = tuple(a.removesuffix("=…") for a in arguments if a.endswith("=…"))
    count = len(arguments) - len(keywords)
    before = landings(render(here), here, count, keywords)
    after = landings(render(there), there, count, keywords)
    assert before is not None, (failure, between(here, there))
    if failure.failing is Failing.UNBOUND:
        assert after is None, (failure, between(here, there))
    else:
        assert after is not None and before != after, (failure, between(here, there))


def method(old: Signature, new: Signature) -> MethodPair:
    roles = frozenset({Role.DRIVER})
    owner = ClassPair(path="pkg.Driver", old=oracle.DRIVER, new=oracle.DRIVER, roles=roles)
    return MethodPair(path="pkg.Driver.f", old=oracle.method(old), new=oracle.method(new), roles=roles, owner=owner)


@pytest.mark.parametrize(("old", "new", "expected"), TRICKY)
def test_what_a_list_of_rules_gets_wrong(old: str, new: str, expected: list[str]) -> None:
    one, other = parsed(old), parsed(new)
    assert told(one, other) == expected
    assert verdict(findings(one, other)) == judge(one, other)
    assert verdict(findings(other, one)) == judge(other, one)


# The judge itself, on pairs that anybody can judge. ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "host", "driver"),
    [
        ("a", "a", "non-breaking", "non-breaking"),
        ("a", "a, b=0", "non-breaking", "breaking"),
        ("a, b=0", "a", "breaking", "non-breaking"),
        ("a", "b", "breaking", "breaking"),
        ("a, /", "b, /", "non-breaking", "non-breaking"),
        ("a, b, /", "b, a, /", "potentially-breaking", "potentially-breaking"),
        ("a, b", "b, a", "breaking", "breaking"),
        ("*, a, b", "*, b, a", "non-breaking", "non-breaking"),
        ("a", "*args, **kw", "non-breaking", "breaking"),
        ("a=0, /, **kw", "a=0, **kw", "breaking", "breaking"),
    ],
)
def test_the_judge_says_what_anybody_would(old: str, new: str, host: str, driver: str) -> None:
    found = judge(parsed(old), parsed(new))
    assert (str(found.host), str(found.driver)) == (host, driver)
