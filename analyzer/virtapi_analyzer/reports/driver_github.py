"""For GitHub: the report on a driver as workflow commands, which it shows at the lines of a pull request."""

from collections.abc import Iterator

from virtapi_analyzer.model.diagnostic import Diagnostic, DriverReport, Weight
from virtapi_analyzer.reports.driver_text import closing
from virtapi_analyzer.reports.github import command

_COMMANDS = {Weight.ERROR: "error", Weight.UNKNOWN: "error", Weight.WARNING: "warning", Weight.NOTE: "notice"}


def driver_github(report: DriverReport) -> str:
    """One command a diagnostic, and a notice with the verdict at the end."""
    return "".join(f"{line}\n" for line in _commands(report))


def _commands(report: DriverReport) -> Iterator[str]:
    for each in report.diagnostics:
        yield command(
            "notice" if each.suppressed else _COMMANDS[each.weight],
            _message(each),
            title=f"{each.rule}: {each.path} beside {each.release}",
            file=each.location.file,
            line=each.location.line,
        )
    yield command("notice", " ".join(closing(report)), title=f"{report.interface}: {', '.join(report.drivers)}")


def _message(each: Diagnostic) -> str:
    suppressed = " (suppressed by the driver)" if each.suppressed else ""
    return "\n".join(
        [each.message + suppressed, *each.reasons, *([f"instead: {each.instead}"] if each.instead else [])]
    )
