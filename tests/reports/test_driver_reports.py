"""The report on a driver, for people, programs and GitHub."""

import json

import pytest

from virtapi_analyzer.model.diagnostic import Checked, Diagnostic, DriverReport, Verdict, Weight
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.reports.driver_github import driver_github
from virtapi_analyzer.reports.driver_json import driver_json
from virtapi_analyzer.reports.driver_text import driver_text


def diagnostic(release: str, **more: object) -> Diagnostic:
    given = {
        "rule": "override-signature",
        "path": "shelf.Shelf.start",
        "location": Location(file="shelf.py", line=12),
        "message": "`start` does not take `call`",
        "weight": Weight.ERROR,
        "instead": "Take it.",
    }
    return Diagnostic(release=release, **{**given, **more})


def checked(release: str, verdict: Verdict, *found: Diagnostic, elsewhere: tuple[str, ...] = ()) -> Checked:
    return Checked(release=release, verdict=verdict, diagnostics=found, elsewhere=elsewhere, counts={"decorated": 0})


def report(*releases: Checked) -> DriverReport:
    return DriverReport(interface="virtapi", drivers=("shelf.Shelf",), releases=releases)


TWO = report(
    checked("2026.1", Verdict.OK),
    checked(
        "2026.2",
        Verdict.FAILS,
        diagnostic("2026.2", reasons=("it is narrower",)),
        diagnostic("2026.2", location=Location(file="shelf.py", line=20)),
        diagnostic("2026.2", location=Location(file="shelf.py", line=30), suppressed=True),
        elsewhere=("shelf.py:1: something else [misc]",),
    ),
)


def test_the_text_has_a_matrix_the_places_and_one_line_of_verdict() -> None:
    assert driver_text(TWO, width=80) == (
        "shelf.Shelf\n"
        "\n"
        "                     2026.1   2026.2\n"
        "override-signature        -        3\n"
        "verdict                  ok    fails\n"
        "\n"
        "shelf.py:12                                           2026.2  override-signature\n"
        "  error       `start` does not take `call`\n"
        "  with        it is narrower\n"
        "  instead     Take it.\n"
        "\n"
        "shelf.py:20                                           2026.2  override-signature\n"
        "  error       `start` does not take `call`\n"
        "\n"
        "shelf.py:30                                           2026.2  override-signature\n"
        "  suppressed  `start` does not take `call`\n"
        "\n"
        "Serves 2026.1; not 2026.2, in two places. 1 is suppressed by the driver. 1\n"
        "message does not concern the interface (--all).\n"
    )


def test_the_same_beside_several_releases_is_shown_once() -> None:
    both = report(*(checked(name, Verdict.FAILS, diagnostic(name)) for name in ("2026.1", "2026.2")))
    text = driver_text(both)
    assert text.count("`start` does not take `call`") == 1
    assert "2026.1, 2026.2  override-signature" in text
    assert text.endswith("Does not serve 2026.1, in one place; not 2026.2, in one place.\n")


def test_what_cannot_be_judged_is_said() -> None:
    unknown = report(checked("2026.1", Verdict.UNKNOWN, diagnostic("2026.1", weight=Weight.UNKNOWN)))
    assert driver_text(unknown).endswith("2026.1 cannot be judged.\n")


def test_all_shows_what_does_not_concern_the_interface() -> None:
    assert "2026.2, elsewhere\nshelf.py:1: something else [misc]\n" in driver_text(TWO, everything=True)


def test_a_message_cannot_move_the_cursor() -> None:
    odd = report(checked("2026.1", Verdict.FAILS, diagnostic("2026.1", message="takes \x1b[2J", instead=None)))
    assert "takes \\x1b[2J" in driver_text(odd)


def test_json_has_the_verdict_by_release_and_every_diagnostic() -> None:
    content = json.loads(driver_json(TWO))
    assert content["verdict"] == {"2026.1": "ok", "2026.2": "fails"}
    assert content["drivers"] == ["shelf.Shelf"]
    assert content["diagnostics"][0] == {
        "rule": "override-signature",
        "release": "2026.2",
        "path": "shelf.Shelf.start",
        "location": {"file": "shelf.py", "line": 12},
        "message": "`start` does not take `call`",
        "severity": "error",
        "suppressed": False,
        "reasons": ["it is narrower"],
        "instead": "Take it.",
    }


@pytest.mark.parametrize(
    ("weight", "command"),
    [(Weight.ERROR, "error"), (Weight.UNKNOWN, "error"), (Weight.WARNING, "warning"), (Weight.NOTE, "notice")],
)
def test_github_gets_a_command_at_the_line(weight: Weight, command: str) -> None:
    lines = driver_github(report(checked("2026.1", Verdict.FAILS, diagnostic("2026.1", weight=weight)))).splitlines()
    assert lines[0] == (
        f"::{command} file=shelf.py,line=12,title=override-signature%3A shelf.Shelf.start beside 2026.1"
        "::`start` does not take `call`%0Ainstead: Take it."
    )
    assert lines[1].startswith("::notice title=virtapi%3A shelf.Shelf::")


def test_what_is_suppressed_is_a_notice_for_github() -> None:
    assert "::notice file=shelf.py,line=30" in driver_github(TWO)
