"""One call against one signature: Python itself judges it, by real calls."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare import oracle
from tests.compare.oracle import NAMES, landings, misdirected, random_signature, render
from tests.compare.test_signatures import parsed
from virtapi_analyzer.compare.binding import misfit
from virtapi_analyzer.model.call import Arguments
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.charge import Failing

SEEDS = st.integers(min_value=0, max_value=2**32)
SEVERITIES = {
    None: Severity.NON_BREAKING,
    Failing.PERMUTED: Severity.POTENTIALLY_BREAKING,
    Failing.MISDIRECTED: Severity.BREAKING,
}


def passed(text: str) -> Arguments:
    """`2, a, b?, *, **`: two by position, a in any case, b on some path, and perhaps more of both."""
    parts = text.split(", ")
    return Arguments(
        positional=int(parts[0]),
        keywords=tuple(part for part in parts[1:] if part.isidentifier()),
        possible=tuple(part[:-1] for part in parts[1:] if part.endswith("?")),
        more_positional="*" in parts,
        more_keywords="**" in parts,
    )


def calls(random_: Random) -> tuple[int, tuple[str, ...]]:
    return random_.randint(0, 5), tuple(random_.sample((*NAMES, "other"), random_.randint(0, 3)))


@given(SEEDS)
def test_a_call_binds_where_it_does(seed):
    random_ = Random(seed)
    signature, (count, keywords) = random_signature(random_), calls(random_)
    binds = landings(render(signature), signature, count, keywords) is not None
    assert (misfit(Arguments(positional=count, keywords=keywords), signature) is None) is binds


@given(SEEDS)
def test_arguments_arrive_where_they_do(seed):
    random_ = Random(seed)
    declared, signature, (count, keywords) = random_signature(random_), random_signature(random_), calls(random_)
    meant = landings(render(declared), declared, count, keywords)
    taken = landings(render(signature), signature, count, keywords)
    found = misfit(Arguments(positional=count, keywords=keywords), signature, declared=declared)
    if taken is None:
        assert found is not None and found.failing is Failing.UNBOUND
    elif meant is None:
        assert found is None
    else:
        sides = [{p.name: p for p in side.parameters if not p.kind.variadic} for side in (declared, signature)]
        common = sides[0].keys() & sides[1].keys()
        nameless = {name for name in common if not any(side[name].kind.named for side in sides)}
        assert SEVERITIES[found and found.failing] is misdirected(meant, taken, common, nameless)


@given(SEEDS)
def test_what_a_call_may_pass_beside_what_is_seen_is_given_the_benefit_of_the_doubt(seed):
    """No call that can be seen in part is refused if any whole one like it binds."""
    random_ = Random(seed)
    signature, (count, keywords) = random_signature(random_), calls(random_)
    more_positional, more_keywords = random_.random() < 0.5, random_.random() < 0.5
    part = Arguments(positional=count, keywords=keywords, more_positional=more_positional, more_keywords=more_keywords)
    counts = range(count, count + 6) if more_positional else (count,)
    rest = [name for name in NAMES if name not in keywords] if more_keywords else []
    binds = any(
        landings(render(signature), signature, n, (*keywords, *others)) is not None
        for n in counts
        for size in range(len(rest) + 1)
        for others in combinations(rest, size)
    )
    assert not binds or misfit(part, signature) is None


@pytest.mark.parametrize(
    ("call", "signature", "reason"),
    [
        ("4", "a, b, c", "it passes 4 arguments by position, and 3 can be taken"),
        ("1", "", "it passes 1 argument by position, and none can be taken"),
        ("1, share_info", "a", "it passes `share_info`, which is not taken"),
        ("2, b", "a, b", "it passes `b` by position and by name"),
        ("1", "a, b, *, c", "it does not pass `b` and `c`"),
        ("1, a", "a, /", "it passes `a`, which is not taken"),
        ("1, b?", "a", "it passes `b`, which is not taken"),
        ("4, *", "a, b, c", "it passes 4 arguments by position, and 3 can be taken"),
        ("0, x, **", "a", "it passes `x`, which is not taken"),
        ("1, *", "a, b, *, c", "it does not pass `c`"),
        ("0, **", "a, /, b", "it does not pass `a`"),
    ],
)
def test_a_call_that_does_not_bind(call, signature, reason):
    found = misfit(passed(call), parsed(signature))
    assert found is not None and found.failing is Failing.UNBOUND and found.reason == reason


@pytest.mark.parametrize(
    ("call", "signature"),
    [("1, *", "a, b"), ("0, **", "a, *, b"), ("0, a?", "a"), ("0, *, **", "a, /, b, *, c"), ("1, a", "a, /, **kw")],
)
def test_a_call_that_may_bind(call, signature):
    assert misfit(passed(call), parsed(signature)) is None


@pytest.mark.parametrize(
    ("declared", "signature", "call", "reason"),
    [
        (
            "context, instance",
            "instance, network_info",
            "2",
            "what it passes as `context` arrives as `instance`",
        ),
        ("*, a, **kw", "a=0, /, **kw", "0, a", "what it passes as `a` does not arrive there"),
        ("*args, **kw", "b=0, *args, **kw", "1", None),
        ("context, flavor", "context, _flavor", "2", None),
        ("context, instance", "instance, network_info=None", "1, instance", None),
    ],
)
def test_a_call_that_binds_and_gives_the_wrong_object(declared, signature, call, reason):
    found = misfit(passed(call), parsed(signature), declared=parsed(declared))
    if reason is None:
        assert found is None or found.failing is Failing.UNBOUND
    else:
        assert found is not None and (found.failing, found.reason) == (Failing.MISDIRECTED, reason)


def test_the_oracle_knows_python():
    assert oracle.landings("a, b=None", parsed("a, b=0"), 1, ("b",)) == {"#0": "a", "=b": "b"}
