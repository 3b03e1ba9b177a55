"""Every object comes back from the text that it is written as, and what is no such text is refused in one line."""

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memory_driver.given import an_instance
from tests.stubs.test_objects import OBJECTS
from virtapi._history import RELEASE
from virtapi.driver import DriverOptions
from virtapi.objects.connection import Connection, LocalBlockConnection
from virtapi.objects.driver_data import DriverData
from virtapi.objects.instance import Instance
from virtapi.units import DataVersion
from virtapi.values import Secret
from virtapi.wire import NotInRelease, NotUnderstood, UnsupportedRelease, WireError, from_wire, to_wire

DATA = DriverData(
    owner="shelf", version=DataVersion(3), values={"a": [1, {"b": None}]}, secrets={"key": Secret("hush")}
)


@pytest.mark.parametrize("kind", OBJECTS, ids=lambda kind: kind.__name__)
def test_an_object_comes_back_as_it_was_and_equal_ones_are_written_equally(kind: type[Any]) -> None:
    @settings(max_examples=10)
    @given(st.builds(kind))
    def survives(made: Any) -> None:
        text = to_wire(made)
        back = from_wire(text, kind)
        assert (type(back), back) == (type(made), made)
        assert to_wire(back) == text

    survives()


def test_a_name_belongs_to_one_class_because_the_text_has_names_alone() -> None:
    names = [each.__name__ for each in OBJECTS]
    assert sorted(set(names)) == sorted(names)


def test_the_text_names_its_release_and_the_class() -> None:
    assert json.loads(to_wire(LocalBlockConnection(path="/dev/a"))) == {
        "release": RELEASE,
        "type": "LocalBlockConnection",
        "value": {"path": "/dev/a"},
    }


def test_a_base_is_read_as_the_kind_that_was_written() -> None:
    made = LocalBlockConnection(path="/dev/a")
    assert from_wire(to_wire(made), Connection) == made


def test_a_secret_is_carried() -> None:
    assert from_wire(to_wire(DATA), DriverData).secrets["key"].reveal() == "hush"


def test_an_object_of_a_class_that_is_none_of_the_interface_is_not_written() -> None:
    class Own(DriverOptions):
        pass

    with pytest.raises(NotInRelease, match=rf"^Own, from {RELEASE} to {RELEASE}: it is no class of the interface$"):
        to_wire(Own())


VALUE = {"owner": "shelf", "version": 3, "values": [], "secrets": []}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", f"DriverData, from an unknown release to {RELEASE}: it is no text of `to_wire`"),
        ("[]", "it is no text of `to_wire`"),
        ("[" * 100_000, "it is no text of `to_wire`"),
        ({"release": RELEASE, "type": "DriverData"}, "it is no text of `to_wire`"),
        ({"release": RELEASE, "type": "DriverData", "value": VALUE, "more": 1}, "it is no text of `to_wire`"),
        ({"release": "soon", "type": "DriverData", "value": VALUE}, "'soon' is no release: write it as 2026.1"),
        (
            {"release": RELEASE, "type": "Flavor", "value": VALUE},
            f"Flavor, from {RELEASE} to {RELEASE}: it is no DriverData",
        ),
        (VALUE | {"version": "3"}, f"DriverData.version, from {RELEASE} to {RELEASE}: expected int"),
        (VALUE | {"version": 0}, f"DriverData.version, from {RELEASE} to {RELEASE}: 0: expected >= 1"),
        (VALUE | {"values": [["a"]]}, f"DriverData.values, from {RELEASE} to {RELEASE}: expected a list of 2"),
        (VALUE | {"values": [["a", float("nan")]]}, f"DriverData.values, from {RELEASE} to {RELEASE}"),
        (VALUE | {"colour": 1}, f"DriverData.colour, from {RELEASE} to {RELEASE}: no such field is known"),
        (
            {"owner": "shelf", "values": [], "secrets": []},
            f"DriverData.version, from {RELEASE} to {RELEASE}: it is missing",
        ),
    ],
)
def test_what_is_no_such_text_is_refused_in_one_line(text: Any, said: str) -> None:
    if isinstance(text, dict):
        text = json.dumps(text if "type" in text else {"release": RELEASE, "type": "DriverData", "value": text})
    with pytest.raises(NotUnderstood) as raised:
        from_wire(text, DriverData)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_secret_is_in_no_message() -> None:
    text = to_wire(DATA).replace('"version":3', '"version":0').replace('"hush"', '["hush"]')
    with pytest.raises(NotUnderstood) as raised:
        from_wire(text, DriverData)
    assert "hush" not in str(raised.value)


def test_nothing_is_written_for_a_release_before_the_first() -> None:
    with pytest.raises(UnsupportedRelease, match=r"the first release is 2026\.1"):
        to_wire(DATA, target="2025.1")


def test_what_is_no_release_is_refused_as_a_target() -> None:
    with pytest.raises(NotUnderstood, match="'next' is no release"):
        to_wire(DATA, target="next")


def test_the_errors_survive_pickling_and_copying() -> None:
    error = NotInRelease(element="A.b", written="2026.2", read="2026.1", details="it came with 2026.2")
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (type(other), str(other)) == (NotInRelease, "A.b, from 2026.2 to 2026.1: it came with 2026.2")
        assert isinstance(other, WireError)


def test_a_mapping_is_written_in_one_order() -> None:
    one = DriverData(owner="a", version=DataVersion(1), values={"a": 1, "b": 2})
    other = DriverData(owner="a", version=DataVersion(1), values={"b": 2, "a": 1})
    assert one == other
    assert to_wire(one) == to_wire(other)


def test_what_is_wrong_inside_an_object_is_named_where_it_stands() -> None:
    text = to_wire(an_instance()).replace('"name":"small"', '"name":5')
    with pytest.raises(NotUnderstood, match=r"^Flavor\.name, from .*: expected str$"):
        from_wire(text, Instance)
