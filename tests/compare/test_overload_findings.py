"""What is told of an overload set that changed, and under which rule."""

import pytest

from tests.compare.texts import changes, told
from virtapi_analyzer.policy.audiences import audiences

DRIVER = "@driver_interface\nclass Driver:\n"


def method(*forms: str) -> str:
    """A method of a driver with these forms, or a plain one with the only form."""
    mark = "    @overload\n" if len(forms) > 1 else ""
    return DRIVER + "".join(f"{mark}    def f(self, {form}: ...\n" for form in forms)


def verdicts(old: str, new: str) -> list[str]:
    """Each finding as `RULE PATH: HOST, DRIVER`."""
    return [
        f"{found.rule} {found.path.removeprefix('pkg.Driver.')}: {', '.join(map(str, audiences(found)))}"
        for found in changes(old, new)
    ]


TOLD = {
    "a parameter added to each form": (
        method("a: int) -> int", "a: str) -> str"),
        method("a: int, b: int = 0) -> int", "a: str, b: int = 0) -> str"),
        ["param-added-optional f(b): non-breaking, breaking"],
    ),
    "a parameter of one form renamed": (
        method("a: int) -> int", "a: str, timeout: int) -> str"),
        method("a: int) -> int", "a: str, delay: int) -> str"),
        ["param-renamed f(timeout): breaking, breaking"],
    ),
    "a parameter of one form now keyword-only": (
        method("a: int) -> int", "a: str, timeout: int) -> str"),
        method("a: int) -> int", "a: str, *, timeout: int) -> str"),
        ["param-kind-narrowed f(timeout): breaking, non-breaking"],
    ),
    "a default that another value took": (
        method("a: int, b: int = 0) -> int", "a: str) -> str"),
        method("a: int, b: int = 1) -> int", "a: str) -> str"),
        ["param-default-changed f(b): potentially-breaking, non-breaking"],
    ),
    "a parameter added, and a result of another type": (
        method("a: int) -> int", "a: str) -> str"),
        method("a: int, b: int = 0) -> bytes", "a: str) -> str"),
        ["overload-changed f: breaking, breaking"],
    ),
    "a result of another type": (
        method("a: int) -> int", "a: str) -> str"),
        method("a: int) -> int", "a: str) -> bytes"),
        ["overload-changed f: breaking, breaking"],
    ),
    "a parameter made optional in a form of many": (
        method("a: int) -> int", "a: int, b: int) -> int", "a: str) -> str"),
        method("a: int, b: int = 0) -> int", "a: str) -> str"),
        ["overload-changed f: non-breaking, potentially-breaking"],
    ),
    "a plain signature that gains a form": (
        method("a: int) -> int"),
        method("a: int) -> int", "a: str) -> str"),
        ["overload-added f: non-breaking, breaking"],
    ),
    "an overload set of which one form is left": (
        method("a: int) -> int", "a: str) -> str"),
        method("a: int) -> int"),
        ["overload-removed f: breaking, non-breaking"],
    ),
    "a form whose types another one takes": (
        method("a: int) -> int", "a: object) -> int"),
        method("a: object) -> int"),
        [],
    ),
    "a form whose types another one takes, with a wider result": (
        method("a: int) -> int", "a: object) -> int | str"),
        method("a: object) -> int | str"),
        ["overload-removed f: breaking, non-breaking"],
    ),
    "an annotation that an old override need not have": (
        method("a) -> None"),
        method("a: int) -> None", "a: str) -> None"),
        [],
    ),
    "names that nobody can pass": (
        method("a: int, /) -> int", "a: str, /) -> str"),
        method("b: int, /) -> int", "b: str, /) -> str"),
        [],
    ),
    "names that nobody can pass, swapped": (
        method("a: int, b: int, /) -> int", "a: str, /) -> str"),
        method("b: int, a: int, /) -> int", "a: str, /) -> str"),
        ["param-reordered f(b): potentially-breaking, potentially-breaking"],
    ),
    "keywords that **kwargs took": (
        method("a: int, **kw: int) -> int", "a: str) -> str"),
        method("a: int, *, b: int = 0, **kw: int) -> int", "a: str) -> str"),
        [],
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), TOLD.values(), ids=TOLD)
def test_what_is_told(old: str, new: str, expected: list[str]) -> None:
    assert verdicts(old, new) == expected


def test_a_message_names_a_call_that_fails() -> None:
    old, new = (
        method("a: int) -> int", "a: str, b: int) -> str"),
        method("a: int) -> int", "a: bytes, *, c: int) -> str"),
    )
    (found,) = changes(old, new)
    assert found.message == (
        "`f` was called as `(a: str, b: int) -> str` and is now called as `(a: bytes, *, c: int) -> str`; "
        "the call `f(a, b)` no longer works"
    )


def test_a_message_shows_what_an_alias_hides() -> None:
    text = "Ident = {}\n@overload\ndef f(a: Ident) -> int: ...\n@overload\ndef f() -> str: ...\n"
    found = [c.message for c in changes(text.format("int"), text.format("bytes")) if c.rule == "overload-changed"]
    assert found == ["`f` was called as `(a: int) -> int` and is now called as `(a: bytes) -> int`"]


def test_of_a_function_that_takes_the_same_calls_nothing_is_told() -> None:
    old = "@overload\ndef f(a: int) -> int: ...\n@overload\ndef f(a: int, b: int) -> int: ...\n"
    assert told(old, "def f(a: int, b: int = 0) -> int: ...") == []
