"""The report for GitHub: one workflow command a line."""

from dataclasses import replace
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.reports.github import github


class Command(NamedTuple):
    """One workflow command."""

    name: str
    properties: dict[str, str]
    message: str


def read(line: str) -> Command:
    """Read a command as the runner does: split it at its separators, and only then undo the escapes.

    https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
    """
    _, head, message = line.split("::", 2)
    name, _, rest = head.partition(" ")
    pairs = (each.partition("=") for each in rest.split(",")) if rest else ()
    return Command(name, {key: undone(value) for key, _, value in pairs}, undone(message))


def undone(text: str) -> str:
    for escaped, plain in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escaped, plain)
    return text


def test_what_is_denied_is_an_error_at_its_line(report: Report) -> None:
    commands = [read(line) for line in github(report).splitlines()]
    assert [command.name for command in commands] == ["warning", "error", "error", "notice"]
    error = commands[1]
    assert error.properties == {
        "file": "stubs/virtapi/virtapi/driver.pyi",
        "line": "88",
        "title": "param-added-optional: virtapi.driver.ComputeDriver.get_info(use_cache)",
    }
    first, *definitions, instead = error.message.splitlines()
    assert first.startswith("drivers: breaking, host: non-breaking: an override written for the old version")
    assert [line[:18] for line in definitions] == ["- def get_info(sel", "+ def get_info(sel"]
    assert instead.startswith("instead: Add a method beside it")


def test_what_is_stale_is_an_error_and_the_summary_a_notice(report: Report) -> None:
    *_, stale, notice = [read(line) for line in github(report).splitlines()]
    assert stale.properties == {"title": "stale acceptance: class-removed at virtapi.objects.*"}
    assert notice.message.startswith("1 change breaks drivers, 2 break the host, 1 breaks nobody.")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the report is frozen
@given(words=st.text("ab:,=%\r\n0A3C25 "), file=st.text("ab:,=% 2C", min_size=1))
def test_no_text_breaks_out_of_its_place(report: Report, words: str, file: str) -> None:
    finding = replace(report.findings[2], path=words, message=words, location=Location(file=file, line=3))
    line, *_ = github(replace(report, findings=(finding,))).split("\n")
    command = read(line)
    assert command.properties == {"file": file, "line": "3", "title": f"param-added-optional: {words}"}
    assert command.message.startswith(f"drivers: breaking, host: non-breaking: {words}\n- def get_info(")


def test_what_is_wrong_with_one_interface_is_an_error_at_its_line(faulty: Report) -> None:
    error, notice = (read(line) for line in github(faulty).splitlines())
    assert (error.name, error.properties["line"]) == ("error", "60")
    assert error.message.splitlines() == [
        "the parameter `flavor` is or holds `dict`, which does not say what is in it",
        "instead: Make it a data class.",
    ]
    assert notice.properties["title"] == "virtapi: working tree"
