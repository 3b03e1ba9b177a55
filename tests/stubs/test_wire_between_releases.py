"""Hosts of two releases hand each other objects: what one does not know is left out, filled in or refused, never lost.

The releases are today's package and two that are made of it here: one with more, and one with less again.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from virtapi._history import RELEASE
from virtapi_analyzer.runtime import Past, produce, read_package

MORE, LESS = "9998.1", "9999.1"
"""The release after today's, and the one after that."""

SPEAK = """
import sys
from uuid import UUID
from tests.memory_driver.given import a_flavor, a_share
from dataclasses import replace
from virtapi.objects.flavor import Flavor
from virtapi.objects.power import InstanceInfo, PowerState
from virtapi.objects.share import *
from virtapi.wire import WireError, from_wire, to_wire
try:
    print({expression})
except WireError as error:
    print(type(error).__name__, error)
"""
Say = Callable[..., str]


def edited(texts: Mapping[str, str], *edits: tuple[str, str, str]) -> dict[str, str]:
    made = dict(texts)
    for file, old, new in edits:
        assert old in made[file], f"{file} has no {old}"
        made[file] = made[file].replace(old, new, 1)
    return made


FIELDS = f"""\
    colour: Annotated[str, Since("{MORE}")] = "grey"
    tenure: Annotated[str, Since("{MORE}", essential=True)] = "free"
    extra: Annotated[Mapping[str, str], Superseded(by=None, since="{MORE}")] = field(default_factory=dict[str, str])"""
KIND = f"""\
@since("{MORE}")
@dataclass(frozen=True, slots=True, kw_only=True)
class SmbExport(ShareExport):
    \"\"\"Through SMB.\"\"\"

    server: str
    \"\"\"The server.\"\"\"

"""


def more(texts: Mapping[str, str]) -> dict[str, str]:
    nfs = "@dataclass(frozen=True, slots=True, kw_only=True)\nclass NfsExport("
    since = "from virtapi.contract import Since, open_base, since, since_members"
    return edited(
        texts,
        (
            "objects/flavor.pyi",
            "from virtapi.units",
            "from virtapi.contract import Since, Superseded\nfrom virtapi.units",
        ),
        (
            "objects/flavor.pyi",
            "    extra: Mapping[str, str] = field(default_factory=dict[str, str])",
            FIELDS,
        ),
        ("objects/share.pyi", "from virtapi.contract import open_base", since),
        ("objects/share.pyi", nfs, KIND + nfs),
        ("objects/share.pyi", '"Share", ', '"Share", "SmbExport", '),
        ("objects/power.pyi", "from enum import Enum", f"from enum import Enum\n\n{since}"),
        ("objects/power.pyi", "class PowerState(Enum):", f'@since_members(MOVING="{MORE}")\nclass PowerState(Enum):'),
        (
            "objects/power.pyi",
            '    CRASHED = "crashed"',
            '    MOVING = "moving"\n    """It moves."""\n    CRASHED = "crashed"',
        ),
    )


def less(texts: Mapping[str, str]) -> dict[str, str]:
    field = texts["objects/flavor.pyi"].partition("    extra: ")[2]
    return edited(texts, ("objects/flavor.pyi", f"    extra: {field}", ""))


@pytest.fixture(scope="module")
def say(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Say:
    """Evaluate an expression with the package of a release, in a process of its own."""
    today = read_package(repository / "stubs" / "virtapi" / "virtapi")
    with_more = more(today)
    places = {RELEASE: repository / "stubs" / "virtapi"}
    for release, texts, earlier in (
        (MORE, with_more, {RELEASE: today}),
        (LESS, less(with_more), {RELEASE: today, MORE: with_more}),
    ):
        places[release] = tmp_path_factory.mktemp(release)
        made = {**texts, **produce(texts, past=Past(release=release, earlier=earlier))}
        for file, text in made.items():
            path = places[release] / "virtapi" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def said(release: str, expression: str) -> str:
        path = os.pathsep.join(map(str, (places[release], repository)))
        command = [sys.executable, "-c", SPEAK.format(expression=expression)]
        done = subprocess.run(
            command, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.rstrip("\n")

    return said


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
    said = say(MORE, f'to_wire(InstanceInfo(state=PowerState.MOVING), target="{RELEASE}")')
    assert said == f"NotInRelease PowerState.MOVING, from {MORE} to {RELEASE}: it came with {MORE}"


@pytest.mark.parametrize(
    ("expression", "kind", "element"),
    [
        ("a_flavor()", "Flavor", "Flavor"),
        ('replace(a_share(), export=SmbExport(server="a"))', "Share", "SmbExport"),
        ("InstanceInfo(state=PowerState.MOVING)", "InstanceInfo", "PowerState('moving')"),
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
    assert say(LESS, "dict(__import__('virtapi._history')._history.REMOVED)") == str({"Flavor.extra": (LESS, None)})
