"""Python itself judges whether we know which objects can be hashed."""

import dataclasses
import enum
import typing
from itertools import product

import pytest

from tests.compare.texts import read
from virtapi_analyzer.rules.hashing import hashable

OPTIONS = [
    f"@dataclass(frozen={frozen}, eq={eq}, unsafe_hash={unsafe})\n"
    for frozen, eq, unsafe in product((False, True), repeat=3)
]
EQ = "    def __eq__(self, other: object) -> bool: return True\n"
HASH = "    def __hash__(self) -> int: return 1\n"
NONE = "    __hash__ = None\n"
BODIES = ["    x: int\n", EQ, HASH, EQ + HASH, NONE, EQ + NONE]
BASES = ["", *(f"class Base:\n{body}" for body in BODIES)]


def classes() -> list[str]:
    heads = ["", *OPTIONS]
    texts = [
        f"{base}{head}class A{'(Base)' if base else ''}:\n{body}" for base in BASES for head in heads for body in BODIES
    ]
    texts += [f"class A({kind}):\n    x = 1\n{body}" for kind in ("enum.Enum", "enum.IntFlag") for body in BODIES[1:4]]
    return texts


def python_hashes(text: str) -> bool | None:
    """Whether Python hashes objects of the class `A`; None where it refuses the class."""
    names = {"dataclass": dataclasses.dataclass, "enum": enum, "typing": typing}
    try:
        exec(text, names)
    except TypeError:  # `unsafe_hash` beside a `__hash__` of the class itself
        return None
    return names["A"].__hash__ is not None  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", classes())
def test_python_hashes_what_we_say_that_it_hashes(text: str) -> None:
    judged = python_hashes(text)
    if judged is not None:
        assert hashable(read(text).classes["pkg.A"]) is judged
