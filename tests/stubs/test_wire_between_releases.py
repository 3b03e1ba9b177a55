"""Hosts of two releases hand each other objects: what one does not know is left out, filled in or refused, never lost."""

import pytest

from tests.stubs.releases import LESS, MORE, RELEASE, Say

pytestmark = pytest.mark.slow


def test_an_object_with_nothing_new_goes_there_and_back(say: Say) -> None:
    old = say(RELEASE, "to_wire(a_flavor())")
    new = say(MORE, f'to_wire(a_flavor(), target="{RELEASE}")')
    assert say(MORE, f"from_wire({old!r}, Flavor) == a_flavor()") == "True"
    assert say(RELEASE, f"from_wire({new!r}, Flavor) == a_flavor()") == "True"


def test_a_newer_field_is_left_out_for_an_older_release(say: Say) -> None:
    text = say(MORE, f'to_wire(replace(a_flavor(), colour="red"), target="{RELEASE}")')
    assert "colour" not in text
    assert say(RELEASE, f"from_wire({text!r}, Flavor) == a_flavor()") == "True"


def test_an_essential_field_is_left_out_only_where_it_has_its_default(say: Say) -> None:
    assert "tenure" not in say(MORE, f'to_wire(a_flavor(), target="{RELEASE}")')
    said = say(MORE, f'to_wire(replace(a_flavor(), tenure="lease"), target="{RELEASE}")')
    assert said == f"NotInRelease Flavor.tenure, from {MORE} to {RELEASE}: it came with {MORE}, and must not be lost"


def test_a_newer_class_and_a_newer_member_are_not_written_for_an_older_release(say: Say) -> None:
    said = say(MORE, f'to_wire(replace(a_share(), export=SmbExport(server="a")), target="{RELEASE}")')
    assert said == f"NotInRelease SmbExport, from {MORE} to {RELEASE}: it came with {MORE}"
    said = say(MORE, f'to_wire(replace(a_vif(), kind=InterfaceKind.MOVING), target="{RELEASE}")')
    assert said == f"NotInRelease InterfaceKind.MOVING, from {MORE} to {RELEASE}: it came with {MORE}"


@pytest.mark.parametrize(
    ("expression", "kind", "element"),
    [
        ("a_flavor()", "Flavor", "Flavor"),
        ('replace(a_share(), export=SmbExport(server="a"))', "Share", "SmbExport"),
        ("replace(a_vif(), kind=InterfaceKind.MOVING)", "Vif", "InterfaceKind('moving')"),
    ],
)
def test_what_was_written_for_a_newer_release_is_refused_with_both_named(
    say: Say, expression: str, kind: str, element: str
) -> None:
    said = say(RELEASE, f"from_wire({say(MORE, f'to_wire({expression})')!r}, {kind})")
    assert said.startswith(f"NotUnderstood {element}")
    assert f"from {MORE} to {RELEASE}: " in said


def test_what_this_release_knows_to_be_gone_is_dropped(say: Say) -> None:
    text = say(MORE, 'to_wire(replace(a_flavor(), extra={"a": "b"}))')
    assert '"extra":[["a","b"]]' in text
    assert say(LESS, f"from_wire({text!r}, Flavor) == a_flavor()") == "True"


def test_a_later_release_reads_and_writes_the_first_where_nothing_is_in_the_way(say: Say) -> None:
    text = say(LESS, f'to_wire(a_flavor(), target="{RELEASE}")')
    assert say(RELEASE, f"from_wire({text!r}, Flavor) == a_flavor()") == "True"
    old = say(RELEASE, "to_wire(a_flavor())")
    assert say(LESS, f"from_wire({old!r}, Flavor) == a_flavor()") == "True"


def test_each_release_knows_the_ones_before_it(say: Say) -> None:
    assert say(LESS, "__import__('virtapi._history')._history.RELEASES") == str((RELEASE, MORE, LESS))
    assert say(LESS, "dict(__import__('virtapi._history')._history.REMOVED)") == str(
        {"Flavor.extra": (LESS, None), "InstanceInfo.state": (LESS, "condition")}
    )
