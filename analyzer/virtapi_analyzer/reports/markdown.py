"""For a page and for a comment on a pull request: the notes of a release, or of any step between two versions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.finding import Finding, Level
from virtapi_analyzer.model.pair import is_private
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.model.transition import Transition
from virtapi_analyzer.reports.closing import closing
from virtapi_analyzer.reports.grouping import grouped, matters
from virtapi_analyzer.reports.markup import block, code, difference, folding, prose
from virtapi_analyzer.reports.practice import practice_words
from virtapi_analyzer.reports.proofs import proof_lines, proof_word
from virtapi_analyzer.reports.steps import Step, steps
from virtapi_analyzer.reports.titles import from_class, titled

COMMENT = 65_536
"""So many characters GitHub takes in a comment."""
_LONG = 12
_DONE = {Level.ALLOW: "allowed", Level.WARN: "warned of", Level.DENY: "denied"}


Remarks = tuple[tuple[str, Callable[[Finding], Iterator[str]]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the page. `weight` says how early it is kept where there is no room for all, the least first."""

    name: str
    entries: tuple[str, ...]
    weight: int
    introduction: str = ""


def markdown(report: Report, *, everything: bool = False) -> str:
    """The report as GitHub's Markdown.

    Without `everything`, what changed and can break nobody is only counted, and the whole fits into a comment: what
    has no room in it is left out, an element at a time, and counted.
    """
    sections = [each for each in _sections(report, everything=everything) if each.entries or each.introduction]
    head = "\n\n".join([f"# {_title(report)}", f"**{_verdict(report)}**", prose(" ".join(closing(report)))])
    contents = " · ".join(f"[{each.name}](#{_anchor(each)}) {len(each.entries) or ''}".rstrip() for each in sections)
    start = "\n\n".join(filter(None, [head, contents]))
    written = {section.name: _written(section) for section in sections}
    if not everything and len(start) + sum(len(text) + 2 for text in written.values()) >= COMMENT:
        written = _fitting(sections, room=COMMENT - len(start) - 1)
    return "\n\n".join([start, *(written[section.name] for section in sections)]) + "\n"


def _sections(report: Report, *, everything: bool) -> Iterator[Section]:
    changes = [finding for finding in report.findings if not finding.alone]
    titles = titled({finding.element for finding in report.findings} | {each.path for each in report.transitions})
    added = [each for each in changes if each.old is None and each.new is not None]
    removed = [each for each in changes if each.new is None and each.old is not None]
    changed = [each for each in changes if each not in added and each not in removed]
    if not everything:
        added, removed = ([each for each in found if matters(each) or not _private(each)] for found in (added, removed))
        changed = [each for each in changed if matters(each)]
    counted = len(changes) - len(added) - len(removed) - len(changed)
    ending = [each for each in report.transitions if not each.gone]

    def listed(findings: Iterable[Finding]) -> tuple[str, ...]:
        return tuple(_entry(titles[element], found) for element, found in grouped(findings, by=_element))

    yield Section(
        name="Added", weight=7, entries=tuple(_line(titles[name], found) for name, found in grouped(added, by=_element))
    )
    yield Section(name="Superseded", weight=2, entries=tuple(_superseded(titles, each) for each in ending))
    yield Section(name="Removed", weight=5, entries=listed(removed))
    yield Section(name="Changed", weight=6, entries=listed(changed), introduction=_only_counted(counted))
    for name, audience, weight in (
        ("What a driver author must do", Role.DRIVER, 0),
        ("What a host must do", Role.HOST, 1),
    ):
        yield Section(
            name=name, weight=weight, entries=tuple(_step(titles, each, audience) for each in steps(report, audience))
        )
    faults = [finding for finding in report.findings if finding.alone]
    yield Section(
        name="Wrong in the interface itself",
        weight=3,
        entries=tuple(_entry(titles[element], found) for element, found in grouped(faults, by=_element)),
    )
    yield Section(name="Accepted", weight=8, entries=tuple(_acceptances(report)))
    yield Section(name="Not judged", weight=4, entries=tuple(_unjudged(report)))
    if everything:
        yield Section(name="Not read", weight=9, entries=tuple(f"- {code(file)}" for file in report.skipped))


def _private(finding: Finding) -> bool:
    return is_private(finding.element.rpartition(".")[2])


def _element(finding: Finding) -> str:
    return finding.element


def _title(report: Report) -> str:
    own, other = (
        prose(label.removeprefix(f"{report.interface} "))
        for label in (report.new, report.old or "")  # "nova 34.0.0"
    )
    return f"{prose(report.interface)} {own}" + (f", compared with {other}" if report.old is not None else "")


def _verdict(report: Report) -> str:
    """Who is hurt, in a sentence."""
    summary = report.summary
    before = f"written for {prose(report.old)}" if report.old is not None else "as they are"
    hurt = [who for who, count in (("drivers", summary.breaking_drivers), ("hosts", summary.breaking_hosts)) if count]
    if hurt:
        sentence = f"This breaks {' and '.join(hurt)} {before}"
    elif summary.potentially_breaking:
        sentence = f"This may break drivers or hosts {before}"
    else:
        sentence = f"This breaks no driver and no host {before}"
    denied = f" {summary.denied} of what is below {'is' if summary.denied == 1 else 'are'} denied."
    return f"{sentence}.{denied if summary.denied else ''}"


def _anchor(section: Section) -> str:
    """A name of our own, since GitHub gives the headings of a comment none."""
    return f"virtapi-{section.name.lower().replace(' ', '-')}"


def _heading(section: Section) -> str:
    return f'## <a name="{_anchor(section)}"></a>{section.name}'


def _written(section: Section, left_out: int = 0) -> str:
    """The section, without so many of its entries, the last ones."""
    entries = section.entries[: len(section.entries) - left_out]
    body = ("\n" if entries and entries[0].startswith("-") else "\n\n").join(entries)
    if len(entries) > _LONG:
        body = folding(f"{len(entries)} elements", body)
    cut = (
        f"**{left_out} of {len(section.entries)} left out here**, because a comment on GitHub has at most {COMMENT:,} "
        "characters: `--all` writes them."
    )
    return "\n\n".join(filter(None, [_heading(section), section.introduction, body, cut if left_out else ""]))


def _fitting(sections: list[Section], *, room: int) -> dict[str, str]:
    """What to write of each section so that all fit into so many characters: as much as can be of what weighs most."""
    written = {each.name: _written(each, len(each.entries)) for each in sections}
    room -= sum(len(text) + 2 for text in written.values())
    for section in sorted(sections, key=lambda each: each.weight):
        least = len(written[section.name])
        low, high = 0, len(section.entries)
        while low < high:  # the fewest that must be left out
            middle = (low + high) // 2
            if len(_written(section, middle)) - least <= room:
                high = middle
            else:
                low = middle + 1
        written[section.name] = _written(section, low)
        room -= len(written[section.name]) - least
    return written


def _only_counted(number: int) -> str:
    if not number:
        return ""
    return f"Not shown: {number} {'change that breaks' if number == 1 else 'changes that break'} nobody (`--all`)."


def _line(title: str, findings: list[Finding]) -> str:
    """What was added, on one line, and below it whom that hurts."""
    hurting = [finding for finding in findings if matters(finding)]
    return "\n".join([f"- {code(title)}: {code(findings[0].new or '')}", *(f"  {line}" for line in _bullets(hurting))])


def _superseded(titles: dict[str, str], each: Transition) -> str:
    by = f"by {code(from_class(each.successor or each.by))}" if each.by is not None else "without a successor"
    words = [f"- {code(titles[each.path])}, {by}"]
    if each.since is not None:
        words.append(f"since {prose(each.since)}, the last release that is sure to have it")
    if each.note is not None:
        words.append(f"“{prose(each.note)}”")
    return "; ".join(words) + "."


def _entry(title: str, findings: list[Finding]) -> str:
    """A change or a fault under a heading of its own: where, the code before and after, who is hurt and why."""
    place = findings[0].location
    blocks = [f"### {code(title)}", *([code(f"{place.file}:{place.line}")] if place is not None else [])]
    for (old, new), same in grouped(findings, by=lambda each: (each.new if each.alone else each.old, each.new)):
        blocks += [*([difference(old, new)] if old is not None or new is not None else []), "\n".join(_bullets(same))]
    return "\n\n".join(blocks)


def _bullets(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        done = "accepted" if finding.acceptance is not None else _DONE[finding.level]
        rule = ", ".join(filter(None, [code(finding.rule), proof_word(finding), done if matters(finding) else None]))
        who = "**wrong**" if finding.alone else f"drivers {_shown(finding.driver)}, host {_shown(finding.host)}"
        yield f"- {who}: {prose(finding.message)} ({rule})"
        yield from (f"  - {label}: {words}" for label, told in _REMARKS for words in told(finding))


def _shown(severity: Severity) -> str:
    return f"**{severity}**" if severity > Severity.NON_BREAKING else str(severity)


def _calls(finding: Finding) -> Iterator[str]:
    if finding.practice is not None:
        yield prose(practice_words(finding.practice, finding.element.rpartition(".")[2]))


def _way_back(finding: Finding) -> Iterator[str]:
    if finding.forward is not None:
        one = finding.one_source
        yield f"{_shown(finding.forward)}{'' if one is None else prose(f'; {one.answer.value}: {one.how}')}"


def _accepted(finding: Finding) -> Iterator[str]:
    if finding.acceptance is not None:
        until = f" (until {finding.acceptance.expires})" if finding.acceptance.expires else ""
        yield prose(finding.acceptance.reason + until)


def _instead(finding: Finding) -> Iterator[str]:
    if finding.instead is not None and finding.acceptance is None and matters(finding):
        yield prose(finding.instead)


_FOR_DRIVERS: Remarks = (("calls", _calls), ("new drivers on an old host", _way_back))
_REMARKS: Remarks = (*_FOR_DRIVERS, ("accepted", _accepted), ("for the owner of the interface", _instead))
"""What more there is to say of a finding, each with its label."""


def _step(titles: dict[str, str], step: Step, audience: Role) -> str:
    when = "" if step.severity is None else " (breaks)" if step.severity is Severity.BREAKING else " (may break)"
    title = titles.get(step.element, step.element)
    blocks = [f"### {code(title)}{when}", prose(step.sentence)]
    if step.old is not None or step.new is not None:
        blocks.append(difference(step.old, step.new, context=step.context))
    blocks.append("\n".join(line for finding in step.findings for line in _reason(finding, audience)))
    blocks += [
        folding("How this is known", block(proof_lines(proof), "text"))
        for finding in step.findings
        for proof in finding.proofs
        if proof.audience is audience
    ]
    return "\n\n".join(filter(None, blocks))


def _reason(finding: Finding, audience: Role) -> Iterator[str]:
    """Why somebody must do something, and what is known of it that helps a driver."""
    yield f"- {prose(finding.message)}: {code(f'virtapi explain {finding.rule}')}"
    if audience is Role.DRIVER:
        yield from (f"  - {label}: {words}" for label, told in _FOR_DRIVERS for words in told(finding))


def _acceptances(report: Report) -> Iterator[str]:
    for finding in report.findings:
        if finding.acceptance is not None:
            yield f"- {code(finding.path)}, {code(finding.rule)}: {next(_accepted(finding))}"
    for acceptance, why in report.stale:
        yield f"- **stale**: {code(acceptance.rule)} at {code(acceptance.path)}: {prose(why)}"


def _unjudged(report: Report) -> Iterator[str]:
    for each in report.unjudged:
        place = "" if each.file is None else f" at {code(f'{each.file}:{each.line}')}"
        yield f"- {code(each.path)}{place}: {prose(each.reason)}"
