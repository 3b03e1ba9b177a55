"""What a summary says, in plain sentences."""

from collections.abc import Iterator

from virtapi_analyzer.model.report import Report, Summary
from virtapi_analyzer.reports.practice import host_words
from virtapi_analyzer.reports.proofs import proved_words, status_of


def closing(report: Report) -> Iterator[str]:
    """How many changes hurt whom, what is wrong by itself, what was taken knowingly, what is stale, what was not read:
    a sentence each."""
    summary = report.summary
    if any(not finding.alone for finding in report.findings):
        yield _who_breaks(
            [
                (summary.breaking_drivers, "breaks", "break", "drivers"),
                (summary.breaking_hosts, "breaks", "break", "the host"),
                (summary.potentially_breaking, "may break", "may break", "somebody"),
                (summary.harmless, "breaks", "break", "nobody"),
            ]
        )
    elif report.old is not None and not report.unjudged:
        yield "Nothing changed."
    if report.forward and report.findings:
        yield _both_ways(summary)
    if proofs := [status for finding in report.findings if (status := status_of(finding)) is not None]:
        yield proved_words(proofs)
    if summary.under_way or summary.ended:
        yield _transitions(summary)
    if summary.faults:
        yield _counted(summary.faults, "fault is in the interface itself.", "faults are in the interface itself.")
    if summary.host_faults:
        yield _counted(summary.host_faults, "fault is in the host.", "faults are in the host.")
    if summary.accepted:
        yield _counted(summary.accepted, "is accepted.", "are accepted.")
    if report.stale:
        yield _counted(len(report.stale), "acceptance is stale.", "acceptances are stale.")
    if report.skipped:
        yield _counted(
            len(report.skipped),
            "file cannot be read, and nothing reaches it.",
            "files cannot be read, and nothing reaches them.",
        )
    if report.unjudged:
        yield _counted(len(report.unjudged), "type could not be judged.", "types could not be judged.")
    if report.host is not None:
        yield from host_words(report.host)


def _both_ways(summary: Summary) -> str:
    """As in: 2 changes break new drivers on an old host; for 1 no source can serve both."""
    breaking = summary.breaking_forward
    way = f"{breaking or 'No'} {'changes break' if breaking > 1 else 'change breaks'} new drivers on an old host"
    without = [f"for {summary.without_source} no source can serve both"] if summary.without_source else []
    unjudged = [f"for {summary.source_unjudged} that was not judged"] if summary.source_unjudged else []
    return f"{way}; {' and '.join([*without, *unjudged]) or 'one source can serve both'}."


def _transitions(summary: Summary) -> str:
    """As in: 2 transitions are under way, 1 ends with this release."""
    under_way, ended = summary.under_way, summary.ended
    going = f"{under_way} {'transition is' if under_way == 1 else 'transitions are'} under way" if under_way else ""
    noun = "" if under_way else " transition" if ended == 1 else " transitions"
    ending = f"{ended}{noun} {'ends' if ended == 1 else 'end'} with this release" if ended else ""
    return f"{', '.join(part for part in (going, ending) if part)}."


def _counted(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"


def _who_breaks(counts: list[tuple[int, str, str, str]]) -> str:
    """As in: 1 change breaks drivers, none breaks the host, 14 break nobody."""
    clauses = []
    for place, (number, singular, plural, whom) in enumerate(counts):
        if place >= 2 and not number:  # only who can be hurt is worth a zero
            continue
        amount = str(number) if number else "none" if place else "no"
        noun = "" if place else " changes" if number > 1 else " change"
        clauses.append(f"{amount}{noun} {plural if number > 1 else singular} {whom}")
    sentence = ", ".join(clauses)
    return f"{sentence[0].upper()}{sentence[1:]}."
