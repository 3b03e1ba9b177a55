"""For GitHub: workflow commands, which it shows at the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator

from virtapi_analyzer.model.finding import Finding, Level
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.reports.closing import closing
from virtapi_analyzer.reports.practice import practice_words


def github(report: Report) -> str:
    """One command a line: errors for what is denied, stale or not judged, warnings, a notice at the end."""
    return "".join(f"{line}\n" for line in _commands(report))


def _commands(report: Report) -> Iterator[str]:
    for finding in report.findings:
        if finding.level is not Level.ALLOW:
            yield _finding("error" if finding.level is Level.DENY else "warning", finding)
    for acceptance, why in report.stale:
        title = f"stale acceptance: {acceptance.rule} at {acceptance.path}"
        yield command("error", why, title=title)
    for each in report.unjudged:
        yield command("error", each.reason, title=f"not judged: {each.path}", file=each.file, line=each.line)
    title = f"{report.interface}: {report.new}" + (f" against {report.old}" if report.old is not None else "")
    yield command("notice", " ".join(closing(report)), title=title)


def _finding(kind: str, finding: Finding) -> str:
    method = finding.element.rpartition(".")[2]
    message = [
        *(
            [finding.message]
            if finding.alone
            else [
                f"drivers: {finding.driver}, host: {finding.host}: {finding.message}",
                *(f"{sign} {code}" for sign, code in (("-", finding.old), ("+", finding.new)) if code is not None),
            ]
        ),
        *([] if finding.forward is None else [f"new drivers on an old host: {finding.forward}{_one_source(finding)}"]),
        *([] if finding.practice is None else [f"calls: {practice_words(finding.practice, method)}"]),
        *([] if finding.instead is None else [f"instead: {finding.instead}"]),
    ]
    file, line = (finding.location.file, finding.location.line) if finding.location is not None else (None, None)
    return command(kind, "\n".join(message), title=f"{finding.rule}: {finding.path}", file=file, line=line)


def _one_source(finding: Finding) -> str:
    one = finding.one_source
    return "" if one is None else f"; {one.answer.value}: {one.how}"


def command(kind: str, message: str, *, title: str, file: str | None = None, line: int | None = None) -> str:
    """One workflow command: an `error`, a `warning` or a `notice`, at a line where one is given."""
    place = [("file", file), ("line", str(line))] if file is not None else []
    properties = ",".join(f"{key}={_property(value)}" for key, value in (*place, ("title", title)))
    return f"::{kind} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
