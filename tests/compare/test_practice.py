"""What the calls of a host say of a changed signature."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.oracle import (
    DRIVER,
    NAMES,
    NOWHERE,
    edited,
    judge,
    landings,
    method,
    misdirected,
    random_signature,
    render,
)
from tests.compare.test_binding import passed
from tests.compare.test_signatures import parsed
from virtapi_analyzer.compare.calls import parameter_pairs
from virtapi_analyzer.compare.practice import practised
from virtapi_analyzer.model.call import Arguments, Call, HostCalls, Practice, Sight
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import ClassPair, MethodPair

SEEN = Sight(label="host", files=1, calls=1)
FOREIGN = Interface(package="pkg", label="new", modules={}, classes={"pkg.Driver": DRIVER}, roles={})


def practices(old, new, *calls: Arguments) -> dict[str, Practice]:
    """What the calls of a host say, by parameter."""
    roles = frozenset({Role.DRIVER})
    owner = ClassPair(path="pkg.Driver", old=DRIVER, new=DRIVER, roles=roles)
    pair = MethodPair(path="pkg.Driver.f", old=method(old), new=method(new), roles=roles, owner=owner)
    made = tuple(Call(method="f", arguments=call, location=NOWHERE) for call in calls)
    found = practised(tuple(parameter_pairs(pair)), HostCalls(calls=made, sight=SEEN), FOREIGN)
    return {pair.path.partition("(")[2][:-1]: pair.practice for pair in found if pair.practice is not None}


@given(st.integers(min_value=0, max_value=2**32))
def test_a_call_fails_because_of_some_parameter_exactly_where_it_does_not_survive(seed):
    random_ = Random(seed)
    old = random_signature(random_)
    new = (edited(random_, old) or old) if random_.random() < 0.7 else random_signature(random_)
    names = (*NAMES, "z", "other")
    sides = [{p.name: p for p in side.parameters if not p.kind.variadic} for side in (old, new)]
    common = sides[0].keys() & sides[1].keys()
    nameless = {name for name in common if not any(side[name].kind.named for side in sides)}
    for count in range(6):
        for size in range(3):
            for keywords in combinations(names, size):
                meant = landings(render(new), new, count, keywords)
                if meant is None:
                    continue
                taken = landings(render(old), old, count, keywords)
                lost = taken is None or misdirected(meant, taken, common, nameless) > Severity.NON_BREAKING
                told = practices(old, new, Arguments(positional=count, keywords=keywords))
                assert any(each.failing for each in told.values()) is lost
                assert not any(each.doubtful for each in told.values())


@given(st.integers(min_value=0, max_value=2**32))
def test_a_call_that_may_pass_anything_is_in_doubt_wherever_some_call_fails(seed):
    random_ = Random(seed)
    old = random_signature(random_)
    new = (edited(random_, old) or old) if random_.random() < 0.7 else random_signature(random_)
    told = practices(old, new, Arguments(more_positional=True, more_keywords=True))
    hurt = judge(old, new).driver > Severity.NON_BREAKING
    assert any(each.failing or each.doubtful for each in told.values()) is hurt


@pytest.mark.parametrize(
    ("old", "new", "call", "failing", "doubtful"),
    [
        ("a", "a, b=0", "1", [], []),
        ("a", "a, b=0", "1, b", ["b"], []),
        ("a", "a, b=0", "2", ["b"], []),
        ("a", "a, b=0", "1, b?", ["b"], []),
        ("a", "a, b=0", "1, **", [], ["b"]),
        ("a", "a, b=0", "1, *", [], ["b"]),
        ("a", "a, b=0, c=0", "1, c", ["c"], []),
        ("a, b", "b, a", "2", ["b"], []),
        ("a, b", "b, a", "0, a, b", [], []),
        ("a, b", "a, c", "2", [], []),
        ("a, b", "a, c", "1, c", ["b"], []),
        ("instance, network_info", "context, instance", "2", ["network_info", "context"], []),
    ],
)
def test_the_parameter_that_a_call_runs_into(old, new, call, failing, doubtful):
    told = practices(parsed(old), parsed(new), passed(call))
    assert [name for name, practice in told.items() if practice.failing] == failing
    assert [name for name, practice in told.items() if practice.doubtful] == doubtful


def test_a_call_that_is_none_of_the_new_version_says_nothing():
    told = practices(parsed("a"), parsed("a, b=0"), passed("3"), passed("1"))
    assert not told["b"].failing and len(told["b"].unfit) == 1
