"""Python's word on a call, asked of real functions."""

import pytest

from tests.compare.texts import read
from virtapi_analyzer.compare.signatures import charge
from virtapi_analyzer.model.element import Function, Signature
from virtapi_analyzer.prove.binding import bound


def signature(text: str) -> Signature:
    found = read(f"def call{text}: ...").modules["pkg"].names["call"].element
    assert isinstance(found, Function)
    return found.signature


PAIRS = [
    ("(a)", "(a, b)"),
    ("(a)", "(b)"),
    ("(a, b)", "(b, a)"),
    ("(a, b=0)", "(a)"),
    ("(a, /)", "(*, a)"),
    ("(*args)", "(a)"),
    ("(**kwargs)", "(a)"),
    ("(a, c=0)", "(a, b=0, c=0)"),
    ("(a=0, /, **kw)", "(a=0, **kw)"),
    ("(instance, network_info)", "(context, instance)"),
    ("(a, *, b)", "(b, *, a)"),
]


@pytest.mark.parametrize(("old", "new"), [*PAIRS, *((new, old) for old, new in PAIRS)])
def test_python_agrees_with_every_call_that_is_told_to_fail(old: str, new: str) -> None:
    first, second = signature(old), signature(new)
    told = [each for _, _, each in charge(first, second) if each is not None]
    assert told
    for each in told:
        for failure, fits, fails in ((each.caller, first, second), (each.implementer, second, first)):
            if failure is not None:
                found = bound("call", failure, fits, fails, override=fits is second)
                assert found is not None
                assert found.answer is not None, failure
