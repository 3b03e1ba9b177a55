"""Overload sets are judged by the calls that they take: Python itself judges it, by real calls."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.oracle import NAMES, edited, random_signature, verdict
from tests.compare.overload_oracle import Forms, findings, judge, of_type, shown, worst
from virtapi_analyzer.compare.overloads import turnover
from virtapi_analyzer.compare.signatures import charge
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.charge import Failing, Failure
from virtapi_analyzer.model.element import Signature

seeds = st.integers(0, 1_000_000)
HARMLESS = Severity.NON_BREAKING


@st.composite
def forms(draw: st.DrawFn, *, most: int = 3, names: Sequence[str] = NAMES) -> Forms:
    random_ = Random(draw(seeds))
    return tuple(random_signature(random_, names) for _ in range(draw(st.integers(1, most))))


@st.composite
def two_sets(draw: st.DrawFn, *, names: Sequence[str] = NAMES) -> tuple[Forms, Forms]:
    """Two sets of which one at least is overloaded: the second is another, or the first with its forms edited."""
    old = draw(forms(names=names))
    if draw(st.booleans()):
        new = draw(forms(names=names))
    else:
        random_ = Random(draw(seeds))
        shuffled = draw(st.permutations(old))[draw(st.integers(0, len(old) - 1)) :]
        new = tuple(edited(random_, form) or form if random_.random() < 0.5 else form for form in shuffled)
    return ((*old, *draw(forms(most=1, names=names))) if len(old) == len(new) == 1 else old), new


@st.composite
def typed_sets(draw: st.DrawFn) -> tuple[Forms, Forms]:
    texts, results = st.sampled_from(["int", "str", "int | str"]), st.sampled_from(["int", "str"])

    def typed(form: Signature) -> Signature:
        return of_type(form, [*(draw(texts) for _ in form.parameters), draw(results)])

    old, new = draw(two_sets(names="ab"))
    return tuple(typed(form) for form in old), tuple(typed(form) for form in new)


def by_calls(sets: tuple[Forms, Forms]) -> list[tuple[str, str, Severity, Severity]]:
    """Our findings without those of the order, which counts for types alone."""
    return [found for found in findings(*sets) if found[0] != "overload-reordered"]


@pytest.mark.slow
@settings(max_examples=1_000)
@given(sets=two_sets())
def test_python_judges_every_pair_of_sets_as_we_do(sets: tuple[Forms, Forms]) -> None:
    assert verdict(by_calls(sets)) == judge(*sets), shown(*sets)


@pytest.mark.slow
@settings(max_examples=300)
@given(sets=typed_sets())
def test_no_call_of_a_type_that_is_lost_is_kept_silent(sets: tuple[Forms, Forms]) -> None:
    found = turnover(*sets)
    callers, implementers = (worst(*sides, typed=True) > HARMLESS for sides in (sets, sets[::-1]))
    assert bool(found.charge.caller) is callers, shown(*sets)
    assert bool(found.charge.implementer and found.charge.implementer.failing is not Failing.JOINED) is implementers


@settings(max_examples=300)
@given(sets=typed_sets())
def test_mirrored_sets_hurt_the_other_side(sets: tuple[Forms, Forms]) -> None:
    there, back = turnover(*sets).charge, turnover(*sets[::-1]).charge
    assert binding(there.caller) == binding(back.implementer), shown(*sets)
    assert binding(there.implementer) == binding(back.caller), shown(*sets)


def binding(failure: Failure | None) -> Failing | None:
    return failure.failing if failure is not None and failure.failing is not Failing.JOINED else None


@settings(max_examples=300)
@given(old=seeds, new=seeds)
def test_a_set_of_one_is_judged_like_a_plain_signature(old: int, new: int) -> None:
    one, other = random_signature(Random(old)), random_signature(Random(new))
    found = turnover([one], [other]).charge
    callers, implementers = (
        {getattr(charged, side) is not None for _, _, charged in charge(one, other) if charged is not None}
        for side in ("caller", "implementer")
    )
    assert (found.caller is not None, found.implementer is not None) == (True in callers, True in implementers)


@given(sets=forms())
def test_a_set_against_itself_is_silent(sets: Forms) -> None:
    assert findings(sets, sets) == []
