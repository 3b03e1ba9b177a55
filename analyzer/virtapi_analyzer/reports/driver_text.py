"""For people: how a driver stands beside releases, as a matrix, what is wrong where, and the verdict in one line."""

import textwrap
from collections.abc import Iterator

from virtapi_analyzer.drivers.wording import listed
from virtapi_analyzer.model.diagnostic import Checked, Diagnostic, DriverReport, Verdict, Weight
from virtapi_analyzer.reports.paint import Paint, painted, plain, printable
from virtapi_analyzer.reports.practice import host_words

_STYLES = {Weight.ERROR: "red", Weight.UNKNOWN: "yellow", Weight.WARNING: "yellow", Weight.NOTE: ""}
_WIDTH = 120


def driver_text(report: DriverReport, *, everything: bool = False, width: int = _WIDTH, colour: bool = False) -> str:
    """The report for a terminal of this width. With `everything`, what does not concern the interface as well."""
    paint = painted if colour else plain
    blocks = [[paint("bold", line) for line in textwrap.wrap(", ".join(report.drivers), width)]]
    if matrix := list(_matrix(report, paint)):
        blocks.append(matrix)
    advised: set[str] = set()
    for group in _together(report):
        blocks.append(list(_told(group, width, paint, advise=group[0].rule not in advised)))
        advised.add(group[0].rule)
    if everything:
        told = [each for each in report.releases if each.elsewhere]
        blocks.extend([f"{each.release}, elsewhere", *map(printable, each.elsewhere)] for each in told)
    blocks.append([textwrap.fill(" ".join(closing(report, everything=everything)), width)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def closing(report: DriverReport, *, everything: bool = False) -> Iterator[str]:
    """The verdict in one line, and what was counted."""
    yield f"{_sentence(report)}."
    suppressed = len({(each.rule, each.path, each.location) for each in report.diagnostics if each.suppressed})
    if suppressed:
        yield f"{suppressed} {'is' if suppressed == 1 else 'are'} suppressed by the driver."
    decorated = max((each.counts.get("decorated", 0) for each in report.releases), default=0)
    if decorated:
        yield f"{decorated} {'override is' if decorated == 1 else 'overrides are'} taken as below an untyped decorator."
    for sight in dict.fromkeys(each.host for each in report.releases if each.host is not None):
        yield from host_words(sight)
    elsewhere = max((len(each.elsewhere) for each in report.releases), default=0)
    if elsewhere and not everything:
        said = "message does" if elsewhere == 1 else "messages do"
        yield f"{elsewhere} {said} not concern the interface (--all)."


def _sentence(report: DriverReport) -> str:
    """As in: serves 2026.1; not 2026.2, in two places."""
    by = {verdict: [each for each in report.releases if each.verdict is verdict] for verdict in Verdict}
    clauses = []
    if by[Verdict.OK]:
        clauses.append(f"serves {listed([each.release for each in by[Verdict.OK]])}")
    for each in by[Verdict.FAILS]:
        number = len([found for found in each.diagnostics if found.weight is Weight.ERROR and not found.suppressed])
        clauses.append(f"{'not' if clauses else 'does not serve'} {each.release}, in {_places(number)}")
    clauses += [f"{each.release} cannot be judged" for each in by[Verdict.UNKNOWN]]
    sentence = "; ".join(clauses)
    return sentence[0].upper() + sentence[1:]


def _places(number: int) -> str:
    words = {1: "one place", 2: "two places", 3: "three places"}
    return words.get(number, f"{number} places")


def _matrix(report: DriverReport, paint: Paint) -> Iterator[str]:
    """The checks that spoke, by releases."""
    rules = sorted({each.rule for each in report.diagnostics})
    first = max([len("verdict"), *map(len, rules)])
    widths = [max(len(each.release), len("unknown")) for each in report.releases]
    names = [each.release for each in report.releases]
    yield "  ".join([" " * first, *(f"{name:>{width}}" for name, width in zip(names, widths, strict=True))]).rstrip()
    for rule in rules:
        counts = [sum(found.rule == rule for found in each.diagnostics) for each in report.releases]
        row = (f"{number or '-':>{width}}" for number, width in zip(counts, widths, strict=True))
        yield "  ".join([f"{rule:{first}}", *row])
    styles = {Verdict.OK: "green", Verdict.FAILS: "red", Verdict.UNKNOWN: "yellow"}
    verdicts = (
        " " * (width - len(each.verdict.value)) + paint(styles[each.verdict], each.verdict.value)
        for each, width in zip(report.releases, widths, strict=True)
    )
    yield "  ".join([f"{'verdict':{first}}", *verdicts])


def _together(report: DriverReport) -> list[list[Diagnostic]]:
    """The same of several releases once."""
    groups: dict[tuple[object, ...], list[Diagnostic]] = {}
    for release in report.releases:
        for each in release.diagnostics:
            key = (each.location.file, each.location.line, each.rule, _neutral(each.message, release), each.suppressed)
            groups.setdefault(key, []).append(each)
    return sorted(groups.values(), key=lambda group: (group[0].location.file, group[0].location.line))


def _neutral(message: str, release: Checked) -> str:
    return message.replace(release.release, "")


def _told(group: list[Diagnostic], width: int, paint: Paint, *, advise: bool) -> Iterator[str]:
    first = group[0]
    place = f"{first.location.file}:{first.location.line}"
    releases = ", ".join(each.release for each in group)
    weight = "suppressed" if first.suppressed else first.weight.value
    right = f"{releases}  {first.rule}"
    yield f"{paint('bold', place)}{' ' * max(2, width - len(place) - len(right))}{paint('dim', right)}"
    yield from _labelled(weight, first.message, width, paint("" if first.suppressed else _STYLES[first.weight], weight))
    for reason in first.reasons:
        yield from _labelled("with", reason, width)
    if advise and first.instead is not None and not first.suppressed:
        yield from _labelled("instead", first.instead, width)


def _labelled(label: str, words: str, width: int, shown: str | None = None) -> Iterator[str]:
    column = 12
    first, *rest = textwrap.wrap(printable(words), width - 2 - column, break_long_words=False) or [""]
    yield f"  {shown or label}{' ' * (column - len(label))}{first}"
    yield from (" " * (2 + column) + line for line in rest)
