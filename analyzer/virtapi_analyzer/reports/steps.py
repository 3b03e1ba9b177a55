"""What somebody must do who uses an interface, because of what changed between two versions of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.finding import Finding
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.model.transition import Transition
from virtapi_analyzer.reports.grouping import grouped
from virtapi_analyzer.reports.titles import from_class


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do: its element, in a sentence, and the code before and after; `context` is the class around it.

    `severity` is how it hurts whoever does nothing, None where there is time. `findings` are what it is about.
    """

    element: str
    sentence: str
    old: str | None
    new: str | None
    context: str | None = None
    severity: Severity | None = None
    findings: tuple[Finding, ...] = ()


def steps(report: Report, audience: Role) -> list[Step]:
    """What is broken first, then what has a deadline."""
    hurting = [each for each in report.findings if _severity(each, audience) > Severity.NON_BREAKING]
    ends = {path: each for each in report.transitions for path in _paths(each)}
    by_element = {
        element: tuple(same)
        for element, same in grouped(hurting, by=lambda each: _place(each.element, ends))  # an end and its successor
    }
    done = [_of_transition(each, by_element.pop(each.path, ()), audience) for each in report.transitions]
    done += [_of_findings(element, found, audience) for element, found in by_element.items()]
    return sorted(done, key=lambda step: -(step.severity or 0))


def _severity(finding: Finding, audience: Role) -> Severity:
    return finding.driver if audience is Role.DRIVER else finding.host


def _paths(transition: Transition) -> Iterator[str]:
    yield transition.path
    if transition.gone and transition.successor is not None:  # that it is demanded now is the same step
        yield transition.successor


def _place(element: str, ends: dict[str, Transition]) -> str:
    return ends[element].path if element in ends else element


def _of_transition(transition: Transition, findings: tuple[Finding, ...], audience: Role) -> Step:
    name = transition.path.rpartition(".")[2]
    inside = transition.role is audience
    verb = "Use" if transition.role is None else "Define" if inside else "Call"
    if transition.by is not None:
        sentence = f"{verb} `{transition.by}` instead of `{name}`"
    elif transition.note is not None and transition.since is None:
        sentence = f"Do without `{name}`, of which it says: {' '.join(transition.note.split())}"
    else:
        sentence = f"Do without `{name}`: nothing takes its place"
    return Step(
        element=transition.path,
        sentence=f"{sentence}. {_when(transition)}",
        old=_code(transition.text),
        new=_code(transition.successor_text),
        context=_context(transition, inside=inside),
        severity=max((_severity(each, audience) for each in findings), default=None),
        findings=findings,
    )


def _code(text: str | None) -> str | None:
    """A definition as code: a function has a body."""
    return f"{text}: ..." if text is not None and text.startswith(("def ", "async def ")) else text


def _of_findings(element: str, findings: tuple[Finding, ...], audience: Role) -> Step:
    first = findings[0]
    name = element.rpartition(".")[2]
    if first.new is None:
        sentence = f"Do without `{name}`: it is gone"
    elif first.old is None:
        sentence = f"Take `{name}` into account: it is new"
    else:
        sentence = f"Follow the new form of `{name}`"
    return Step(
        element=element,
        sentence=f"{sentence}.",
        old=_code(first.old),
        new=_code(first.new),
        severity=max(_severity(each, audience) for each in findings),
        findings=findings,
    )


def _context(transition: Transition, *, inside: bool) -> str | None:
    """The class that the code stands in: one that implements the class around the element, or a class of data."""
    owner = from_class(transition.path.rpartition(".")[0])
    if inside:
        return f"class {'Driver' if transition.role is Role.DRIVER else 'Services'}({owner}):"
    return f"class {owner}:" if transition.role is None and owner[:1].isupper() else None


def _when(transition: Transition) -> str:
    if transition.gone:
        return "It is gone now."
    if transition.since is None:
        return "It is there still, and nothing says until when."
    if transition.announced:
        return f"It is there still, though announced in {transition.since}; any release may be without it."
    return f"{transition.since} is the last release that is sure to have it: the next one may be without."
