"""`virtapi timeline`: what became of each element."""

import json
from pathlib import Path

import pytest

HEAD = "from virtapi.contract import superseded\n\nclass Driver:\n    def pour(self) -> None: ...\n"
OLD = "    def heat(self) -> None: ...\n"
NEW = "    def boil(self) -> None: ...\n"
ENDING = '    @superseded(by="boil", since="2026.2")\n' + OLD
LID = "class Lid:\n    def lift(self) -> None: ...\n"


@pytest.fixture
def lived(project, virtapi):
    """Three releases, and a tree that becomes the fourth."""
    project.configure('[tool.virtapi.levels]\n"*" = "allow"')
    stub = Path("src/kettle/__init__.pyi")
    for release, text in (("2026.1", HEAD + OLD), ("2026.2", HEAD + ENDING + NEW), ("2027.1", HEAD + NEW + LID)):
        project.becomes(release)
        stub.write_text(text)
        assert virtapi("release", release).status == 0
    project.becomes("2027.2")
    stub.write_text(HEAD + NEW)
    return project


def test_a_line_tells_a_life(lived, virtapi):
    assert virtapi("timeline").out == (
        "kettle: 2026.1, 2026.2, 2027.1, 2027.2 (working tree)\n\n"
        "kettle\n"
        "  Lid  2027.1 added, 2027.2 removed\n\n"
        "kettle.Driver\n"
        "  boil  2026.2 added\n"
        "  heat  2026.1 added, 2026.2 superseded by boil, 2027.1 replaced by boil\n"
    )


def test_all_are_shown_where_that_is_asked(lived, virtapi):
    said = virtapi("timeline", "--all").out
    assert "  pour  2026.1 added\n" in said
    assert "  lift  2027.1 added, 2027.2 removed\n" in said


def test_a_pattern_chooses(lived, virtapi):
    assert virtapi("timeline", "Driver.h*").out.count("added") == 1
    outcome = virtapi("timeline", "nothing")
    assert (outcome.status, outcome.err) == (
        2,
        "virtapi: no element fits 'nothing' in any release: `virtapi timeline --all` lists them\n",
    )


def test_programs_get_one_object(lived, virtapi):
    assert virtapi("timeline", "heat", "--format", "json", "-o", "life.json").out == ""
    content = json.loads(Path("life.json").read_text())
    assert content == {
        "version": 1,
        "interface": "kettle",
        "releases": ["2026.1", "2026.2", "2027.1", "2027.2"],
        "tree": "2027.2",
        "elements": [
            {
                "path": "kettle.Driver.heat",
                "kind": "function",
                "there": False,
                "events": [
                    {"release": "2026.1", "event": "added", "by": None, "since": None},
                    {"release": "2026.2", "event": "superseded", "by": "kettle.Driver.boil", "since": "2026.2"},
                    {"release": "2027.1", "event": "removed", "by": "kettle.Driver.boil", "since": None},
                ],
            }
        ],
    }


def test_without_a_release_there_is_nothing_to_tell(project, virtapi):
    outcome = virtapi("timeline")
    assert outcome.status == 2
    assert outcome.err == "virtapi: kettle has no release yet, so there is nothing to tell: `virtapi release R`\n"


def test_without_an_event_it_says_so(released, virtapi):
    assert virtapi("timeline").out.endswith("Nothing was added, superseded or removed since the first release.\n")
