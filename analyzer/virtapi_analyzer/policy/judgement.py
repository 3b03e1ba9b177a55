"""From facts to a report: each change becomes a finding with two severities, a level and perhaps an acceptance."""

from collections.abc import Iterable, Mapping

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.finding import Acceptance, Finding, Level
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.report import Report, Summary
from virtapi_analyzer.policy.acceptances import accept
from virtapi_analyzer.policy.audiences import audiences
from virtapi_analyzer.policy.configuration import Configuration
from virtapi_analyzer.policy.levels import level_of
from virtapi_analyzer.policy.subject import element_path, location_of


def judge(
    changes: Iterable[Change],
    *,
    interface: str,
    old: Interface,
    new: Interface,
    configuration: Configuration,
    advice: Mapping[str, str | None],
    acceptances: tuple[Acceptance, ...] = (),
    release: str | None = None,
    complete: bool = True,
) -> Report:
    """The report on all changes between two versions of the interface that is called `interface`.

    `advice` is what each rule says to do instead. `release` is what the new side will become. `complete` says that
    every acceptance must cover something here; where it is False, none is stale.
    """
    found = {_finding(change, configuration, advice) for change in changes}
    findings, stale = accept(sorted(found, key=_order), acceptances, release=release)
    return Report(
        interface=interface,
        old=old.label,
        new=new.label,
        findings=tuple(findings),
        summary=_summary(findings),
        release=release,
        stale=stale if complete else (),
        skipped=tuple(dict.fromkeys((*old.skipped, *new.skipped))),
    )


def _finding(change: Change, configuration: Configuration, advice: Mapping[str, str | None]) -> Finding:
    host, driver = audiences(change)
    return Finding(
        rule=change.rule,
        path=change.path,
        element=element_path(change.path),
        host=host,
        driver=driver,
        level=level_of(change, host=host, driver=driver, configuration=configuration),
        message=change.message,
        instead=change.hint or advice.get(change.rule),
        old=change.old,
        new=change.new,
        location=location_of(change.pair),
    )


def _order(finding: Finding) -> tuple[str | int, ...]:
    """By place, then by path; what has no place comes first. Total, so that two runs print the same."""
    place = finding.location
    file, line = (place.file, place.line) if place is not None else ("", 0)
    return file, line, finding.path, finding.rule, repr(finding)


def _summary(findings: Iterable[Finding]) -> Summary:
    findings = list(findings)
    worst = [max(finding.host, finding.driver) for finding in findings]
    return Summary(
        breaking_drivers=sum(finding.driver is Severity.BREAKING for finding in findings),
        breaking_hosts=sum(finding.host is Severity.BREAKING for finding in findings),
        potentially_breaking=worst.count(Severity.POTENTIALLY_BREAKING),
        harmless=sum(severity <= Severity.NON_BREAKING for severity in worst),
        denied=sum(finding.level is Level.DENY for finding in findings),
        warned=sum(finding.level is Level.WARN for finding in findings),
        accepted=sum(finding.acceptance is not None for finding in findings),
    )
