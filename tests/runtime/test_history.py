"""What a package tells of the releases before it: their names, and what of their data it has no more."""

from typing import Any

import pytest

from virtapi_analyzer.model.errors import ReadingError
from virtapi_analyzer.runtime import Past, produce
from virtapi_analyzer.runtime.history import HISTORY

HEAD = "from dataclasses import dataclass\nfrom enum import Enum\n"


def told(now: str, release: str = "3.1", /, **earlier: str) -> dict[str, Any]:
    """What the produced module has in it; the releases are written as `r1_1`."""
    past = Past(
        release=release,
        earlier={name[1:].replace("_", "."): {"a.pyi": HEAD + text} for name, text in earlier.items()},
    )
    found: dict[str, Any] = {}
    exec(produce({HISTORY: "", "a.pyi": HEAD + now}, package="p", past=past)[HISTORY], found)
    return found


def data(*fields: str, name: str = "D", said: str = "") -> str:
    return f"{said}@dataclass\nclass {name}:\n    '''Text.'''\n" + "".join(f"    {each}\n" for each in fields)


def enum(*members: str, said: str = "") -> str:
    return f"{said}class E(Enum):\n    '''Text.'''\n" + "".join(f"    {each}\n" for each in members)


def test_the_releases_are_told_in_order_of_their_versions_and_later_ones_are_not() -> None:
    found = told("", "2.10", r2_2="", r2_9_1="", r1_1="", r2_11="", r2_10="")
    assert (found["RELEASE"], found["RELEASES"]) == ("2.10", ("1.1", "2.2", "2.9.1", "2.10"))
    assert told("")["RELEASES"] == ("3.1",)


def test_a_field_that_is_gone_is_told_with_its_release_and_successor() -> None:
    old = data("a: int", 'b: Annotated[int, Superseded(by="c", since="1.1")]', "c: int", "x: ClassVar[int]")
    found = told(data("c: int"), r1_1=old, r2_1=data("b: int", "c: int"))
    assert found["REMOVED"] == {"D.a": ("2.1", None), "D.b": ("3.1", None)}
    assert told(data("c: int"), r2_1=old)["REMOVED"] == {"D.a": ("3.1", None), "D.b": ("3.1", "c")}


def test_a_class_that_is_gone_is_told_with_its_successor() -> None:
    old = data(said='@superseded(by="p.a.New", since="2.1")\n') + data(name="New")
    assert told(data(name="New"), r2_1=old)["REMOVED"] == {"D": ("3.1", "New")}


def test_a_member_is_gone_when_its_value_is() -> None:
    said = '@superseded_members(OLD=Superseded(by="NEW", since="2.1"))\n'
    renamed = enum('OLD = "old"', "NEW = OLD", said=said)
    assert told(enum('NEW = "old"'), r2_1=renamed)["REMOVED"] == {}
    replaced = enum('OLD = "old"', 'NEW = "new"', 'LOST = "lost"', said=said)
    assert told(enum('NEW = "new"'), r2_1=replaced)["REMOVED"] == {"E=old": ("3.1", "new"), "E=lost": ("3.1", None)}


def test_what_is_there_again_is_not_gone() -> None:
    assert told(data("a: int"), r1_1=data("a: int"), r2_1=data())["REMOVED"] == {}


def test_a_package_without_the_module_gets_none() -> None:
    assert HISTORY not in produce({"a.pyi": ""}, package="p", past=Past(release="1.1", earlier={}))
    assert HISTORY not in produce({"a.pyi": "", HISTORY: ""}, package="p")


def test_an_earlier_release_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ReadingError, match=r"a\.pyi:3: cannot be parsed"):
        told("", r1_1="class")
