"""For people: what changed, who is hurt, and what to do, grouped by what they look at."""

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.finding import Finding, Level
from virtapi_analyzer.model.one_source import Serves
from virtapi_analyzer.model.relation import Unjudged
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.reports.closing import closing
from virtapi_analyzer.reports.definitions import definitions
from virtapi_analyzer.reports.grouping import grouped, matters
from virtapi_analyzer.reports.paint import Paint, painted, plain, printable
from virtapi_analyzer.reports.practice import practice_words
from virtapi_analyzer.reports.proofs import proof_lines, proof_word
from virtapi_analyzer.reports.titles import titled

WIDTH = 120
_NARROWEST = 60
_LABELS = 10
_SEVERITIES = 15
_ONE = {Serves.CAN: "one can serve both", Serves.CANNOT: "none can serve both", Serves.UNKNOWN: "not judged"}
_DONE = {Level.ALLOW: "allowed", Level.WARN: "warned of", Level.DENY: "denied"}


def text(report: Report, *, everything: bool = False, width: int = WIDTH, colour: bool = False) -> str:
    """The report for a terminal of this width.

    What can break nobody is only counted, unless `everything` is asked for.
    """
    width = max(width, _NARROWEST)
    paint = painted if colour else plain
    shown = [_printable(finding) for finding in report.findings if everything or matters(finding)]
    titles = titled({finding.element for finding in report.findings})
    severities = max([_SEVERITIES, *(len(str(max(finding.host, finding.driver))) + 3 for finding in shown)])
    blocks = [[_header(report, paint)]]
    told = set[str]()
    for element, findings in grouped(shown, by=lambda finding: finding.element):
        block = [_heading(titles[element], findings[0], width, paint)]
        for (old, new), same in grouped(findings, by=_definitions):
            block.extend(definitions(old, new, width, paint))
            for finding in same:
                block.extend(_judgement(_code_once(finding, told), severities, width, paint))
        blocks.append(block)
    if report.stale:
        blocks.append(["Acceptances", *_stale(report, width, paint)])
    if report.unjudged:
        blocks.append(["Not judged", *(f"  {_unjudged(each)}" for each in report.unjudged)])
    if everything and report.skipped:
        blocks.append(["Not read", *(f"  {file}" for file in report.skipped)])
    blocks.append([textwrap.fill(" ".join(closing(report)), width)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _code_once(finding: Finding, told: set[str]) -> Finding:
    """The finding without its code where that stands above it already: several changes of one method want the same."""
    if finding.parallel is None or finding.parallel not in told:
        told.add(finding.parallel or "")
        return finding
    return replace(finding, parallel=None)


def _printable(finding: Finding) -> Finding:
    """The finding as a terminal may have it: an interface may have any characters in its defaults."""

    def clean(words: str | None) -> str | None:
        return None if words is None else printable(words)

    def clean_code(code: str | None) -> str | None:
        return None if code is None else "\n".join(printable(line) for line in code.split("\n"))

    return replace(
        finding,
        message=printable(finding.message),
        old=clean(finding.old),
        new=clean(finding.new),
        parallel=clean_code(finding.parallel),
    )


def _header(report: Report, paint: Paint) -> str:
    new = f"({report.new})" if report.new == "working tree" else report.new
    new = new.removeprefix(f"{report.interface} ")  # as in "nova 34.0.0"
    against = "" if report.old is None else f" against {report.old.removeprefix(f'{report.interface} ')}"
    return f"{paint('bold', report.interface)} {new}{against}"


def _heading(title: str, finding: Finding, width: int, paint: Paint) -> str:
    if finding.location is None:
        return paint("bold", title)
    place = f"{finding.location.file}:{finding.location.line}"
    return paint("bold", title) + " " * max(2, width - len(title) - len(place)) + paint("dim", place)


def _definitions(finding: Finding) -> tuple[str | None, str | None]:
    """What to show as the old and the new definition: of a fault, the one that there is, as neither."""
    return (finding.new, finding.new) if finding.alone else (finding.old, finding.new)


def _judgement(finding: Finding, severities: int, width: int, paint: Paint) -> Iterator[str]:
    """Who is hurt, and why beside the one who is hurt more, or what is wrong; then what to do."""
    yield from _wrong(finding, width, paint) if finding.alone else _who(finding, severities, width, paint)
    if finding.forward is not None:
        words = "for a driver of the new version on an old host"
        yield f"  {'forward':{_LABELS}}{paint(_style(finding.forward), str(finding.forward))} {words}"
    if finding.one_source is not None:
        yield from _labelled("source", f"{_ONE[finding.one_source.answer]}: {finding.one_source.how}", width)
    if finding.practice is not None:
        method = finding.element.rpartition(".")[2]
        yield from _labelled("calls", practice_words(finding.practice, method), width)
    yield from _proofs(finding, width)
    if finding.acceptance is not None:
        until = f"until {finding.acceptance.expires}" if finding.acceptance.expires else ""
        behind = ", ".join(filter(None, (finding.acceptance.by, until)))
        reason = f"{finding.acceptance.reason} ({behind})" if behind else finding.acceptance.reason
        yield from _labelled("accepted", reason, width)
    elif finding.instead is not None and matters(finding):
        yield from _labelled("instead", finding.instead, width)
        if finding.parallel is not None:
            yield ""
            yield from (" " * (2 + _LABELS) + line if line else "" for line in finding.parallel.splitlines())


def _proofs(finding: Finding, width: int) -> Iterator[str]:
    """The proofs, in which code keeps its lines."""
    label = "proof"
    for words in (printable(words) for proof in finding.proofs for words in proof_lines(proof)):
        folded = [words] if words.startswith(" ") else textwrap.wrap(words, width - 2 - _LABELS)
        for line in folded:
            yield f"  {label:{_LABELS}}{line}"
            label = ""


def _wrong(finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    column = 2 + _LABELS
    first, *rest = _with_rule(finding, width - column, paint)
    yield f"  {paint('red', 'wrong')}{' ' * (_LABELS - len('wrong'))}{first}"
    yield from (" " * column + line for line in rest)


def _who(finding: Finding, severities: int, width: int, paint: Paint) -> Iterator[str]:
    told = "drivers" if finding.driver >= finding.host else "host"
    for audience, severity in (("drivers", finding.driver), ("host", finding.host)):
        start = f"  {audience:{_LABELS}}{paint(_style(severity), str(severity))}"
        if audience == told:
            column = 2 + _LABELS + severities
            first, *rest = _with_rule(finding, width - column, paint)
            yield start + " " * (severities - len(str(severity))) + first
            yield from (" " * column + line for line in rest)
        else:
            yield start


def _with_rule(finding: Finding, width: int, paint: Paint) -> list[str]:
    """The message, folded, with the rule and what is done about it at the end of its last line."""
    done = "accepted" if finding.acceptance else _DONE[finding.level]
    rule = ", ".join([finding.rule, *filter(None, [proof_word(finding)]), *([done] if matters(finding) else [])])
    lines = textwrap.wrap(finding.message, max(width, _NARROWEST // 2)) or [""]
    room = width - len(lines[-1]) - len(rule)
    if room < 2:
        return [*lines, " " * max(0, width - len(rule)) + paint("dim", rule)]
    return [*lines[:-1], lines[-1] + " " * room + paint("dim", rule)]


def _style(severity: Severity) -> str:
    return {Severity.BREAKING: "red", Severity.POTENTIALLY_BREAKING: "yellow"}.get(severity, "")


def _labelled(label: str, words: str, width: int) -> Iterator[str]:
    first, *rest = textwrap.wrap(words, width - 2 - _LABELS, break_long_words=False) or [""]
    yield f"  {label:{_LABELS}}{first}"
    yield from (" " * (2 + _LABELS) + line for line in rest)


def _stale(report: Report, width: int, paint: Paint) -> Iterator[str]:
    for acceptance, why in report.stale:
        yield f"  {paint('red', 'stale')}     {acceptance.rule} at {acceptance.path}"
        yield from textwrap.wrap(why, width, initial_indent=" " * (2 + _LABELS), subsequent_indent=" " * (2 + _LABELS))


def _unjudged(each: Unjudged) -> str:
    place = "" if each.file is None else f"{each.file}:{each.line}: "
    return f"{place}{each.path}: {each.reason}"
