"""One signature for the calls of two, and one call for two signatures: real calls are the judge."""

from itertools import islice
from random import Random

import pytest

from tests.compare.oracle import function, judge, landings, random_signature, render
from tests.compare.texts import read
from virtapi_analyzer.compare.one_call import one_call
from virtapi_analyzer.compare.one_signature import conflict, one_signature
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.element import Class, Function, Signature

PAIRS = 500


def pairs(seed: int) -> "islice[tuple[Signature, Signature]]":
    random = Random(seed)
    return islice(iter(lambda: (random_signature(random), random_signature(random)), None), PAIRS)


def test_the_one_signature_takes_every_call_of_both() -> None:
    for old, new in pairs(1):
        one = one_signature(old, new)
        assert one is not None, (render(old), render(new))
        for side in (old, new):
            assert judge(side, one).host is Severity.NON_BREAKING, (render(old), render(new), render(one))


def test_a_conflict_is_a_call_that_both_take_and_take_otherwise() -> None:
    seen = 0
    for old, new in pairs(2):
        found = conflict(old, new)
        if found is None:
            continue
        seen += 1
        arguments = [argument for argument in found[1].split(", ") if argument]
        keywords = tuple(each.partition("=")[0] for each in arguments if "=" in each)
        count = len(arguments) - len(keywords)
        before, after = (landings(render(side), side, count, keywords) for side in (old, new))
        assert before is not None and after is not None and before != after, (render(old), render(new), found)
    assert seen > 20


def test_the_one_call_binds_to_both_and_lands_alike() -> None:
    seen = 0
    for old, new in pairs(3):
        call = one_call(old, new)
        if call is None:
            continue
        seen += 1
        arguments = call.text.split(", ") if call.text else []
        keywords = {each.partition("=")[0]: 1 for each in arguments if "=" in each}
        for side in (old, new):
            function(render(side))(*range(len(arguments) - len(keywords)), **keywords)
    assert seen > 60


def test_where_there_is_no_one_call_no_plain_call_binds_to_both() -> None:
    for old, new in pairs(4):
        if one_call(old, new) is not None:
            continue
        names = sorted({p.name for side in (old, new) for p in side.parameters if not p.kind.variadic})
        named = [{p.name for p in side.parameters if not p.kind.variadic} for side in (old, new)]
        for count in range(6):
            for chosen in range(2 ** len(names)):
                keywords = tuple(name for at, name in enumerate(names) if chosen >> at & 1)
                before, after = (landings(render(side), side, count, keywords) for side in (old, new))
                if before is None or after is None:
                    continue
                strays = {side[a] for a in before for side in (before, after) if before[a] != after[a]}
                assert strays & named[0] & named[1], (render(old), render(new), count, keywords)


@pytest.mark.parametrize(
    ("old", "new", "one"),
    [
        ("a", "a, b=None", "a, b=None"),
        ("a, b=None", "a", "a, b=None"),
        ("a", "a, b", "a, b=None"),
        ("a, *, c=None", "a, *, d=None", "a, *, c=None, d=None"),
        ("a, b", "a, *, b", "a, b"),
        ("a", "b", "*args, **kwargs"),
        ("self_, a", "self_, b", "self_, *args, **kwargs"),
    ],
)
def test_the_plainest_that_will_do_is_taken(old: str, new: str, one: str) -> None:
    found = one_signature(_signature(old), _signature(new))
    assert found is not None and render(found) == one


@pytest.mark.parametrize(
    ("old", "new", "failing"),
    [
        ("a, b", "b, a", Failing.MISDIRECTED),
        ("a, c=None", "a, b=None, c=None", Failing.MISDIRECTED),
        ("a, b, /", "b, a, /", Failing.PERMUTED),
    ],
)
def test_what_cannot_be_told_apart_is_a_conflict(old: str, new: str, failing: Failing) -> None:
    found = conflict(_signature(old), _signature(new))
    assert found is not None and found[0] is failing


def _signature(text: str) -> Signature:
    kind = read(f"class Driver:\n    @staticmethod\n    def f({text}): ...").classes["pkg.Driver"]
    assert isinstance(kind, Class)
    element = kind.members["f"].element
    assert isinstance(element, Function)
    return element.signature
