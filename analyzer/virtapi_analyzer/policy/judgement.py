"""From facts to a report: each change or fault becomes a finding with severities, a level and perhaps an acceptance."""

from collections.abc import Iterable, Mapping

from virtapi_analyzer.model.call import Sight
from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.fault import Fault
from virtapi_analyzer.model.finding import Acceptance, Finding, Level
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.one_source import OneSource, Serves
from virtapi_analyzer.model.relation import Unjudged
from virtapi_analyzer.model.report import Report, Summary
from virtapi_analyzer.model.transition import Transition
from virtapi_analyzer.policy.acceptances import accept
from virtapi_analyzer.policy.claims import hurt
from virtapi_analyzer.policy.configuration import Configuration
from virtapi_analyzer.policy.forward import Forward, alone, harm
from virtapi_analyzer.policy.levels import level_of, level_of_fault
from virtapi_analyzer.policy.lifecycle import Plan, plan_of, planned
from virtapi_analyzer.policy.one_source import of_old_version, one_source
from virtapi_analyzer.policy.parallel import parallel
from virtapi_analyzer.policy.practice import told_by_host
from virtapi_analyzer.policy.stability import experimental_before, explained, softened
from virtapi_analyzer.policy.subject import element_path, location_of
from virtapi_analyzer.policy.transitions import transitions


def judge(
    changes: Iterable[Change],
    faults: Iterable[Fault] = (),
    *,
    interface: str,
    old: Interface | None,
    new: Interface,
    configuration: Configuration,
    advice: Mapping[str, str | None],
    acceptances: tuple[Acceptance, ...] = (),
    release: str | None = None,
    complete: bool = True,
    host: Sight | None = None,
    unjudged: tuple[Unjudged, ...] = (),
    back: Forward | None = None,
) -> Report:
    """The report on all changes between two versions of the interface that is called `interface`.

    `faults` are those of the new side alone; `old` is None where there is nothing to compare it with. `advice` is what
    each rule says to do instead. `release` is what the new side will become. `complete` says that every acceptance must
    cover something here; where it is False, none is stale. `host` is what was seen of a host's calls, `unjudged`
    what of the types could not be compared. With `back`, what was found on the way back, drivers are those of the new
    version on an old host as well.
    """
    changes = tuple(changes)
    before = old.classes if old is not None else {}
    plan = plan_of(old, new)
    last = old.label if old is not None else None
    found = {
        _finding(change, before, plan, configuration, advice, back, release=release, last=last) for change in changes
    }
    if back is not None:
        on_way_back = alone(back, changes)
        found |= {
            _finding(each, before, plan, configuration, advice, back, release=release, last=last, there=False)
            for each in on_way_back
        }
    found |= {_fault(fault, configuration, advice) for fault in faults}
    findings, stale = accept(sorted(found, key=_order), acceptances, release=release)
    ends = tuple(transitions(old, new))
    return Report(
        interface=interface,
        old=old.label if old is not None else None,
        new=new.label,
        findings=tuple(findings),
        summary=_summary(findings, ends),
        release=release,
        stale=stale if complete else (),
        skipped=tuple(dict.fromkeys((*(old.skipped if old is not None else ()), *new.skipped))),
        host=host,
        unjudged=unjudged,
        forward=back is not None,
        transitions=ends,
    )


def _finding(
    change: Change,
    classes: Mapping[str, Class],
    plan: Plan,
    configuration: Configuration,
    advice: Mapping[str, str | None],
    back: Forward | None,
    *,
    release: str | None,
    last: str | None,
    there: bool = True,
) -> Finding:
    """`classes` are those of the old side. What was experimental hurts nobody, so there is nothing to do instead.

    What hurts on the way back alone, and not `there`, comes as the change of the way back.
    """
    host, driver = hurt(change) if there else (Severity.NON_BREAKING, Severity.NON_BREAKING)
    forward = None
    if back is not None:
        forward = harm(back.of(change.pair)) if there else harm([change])
    told = told_by_host(change)
    experimental = experimental_before(change.pair, classes)
    softer = experimental and max(host, driver) > Severity.NON_BREAKING
    if softer:
        host, driver = softened(host), softened(driver)
        forward = softened(forward) if forward is not None else None
    as_planned = planned(change, plan) if there else None
    one = _one_source(change, driver, forward, back, there=there)
    beside = None
    if there and driver is Severity.BREAKING and as_planned is None:
        beside = parallel(change, release=release, last=last)
    return Finding(
        rule=change.rule,
        path=change.path,
        element=element_path(change.path),
        host=host,
        driver=driver,
        level=level_of(
            change,
            host=host,
            driver=max(driver, _counted(forward, one)),
            configuration=configuration,
            experimental=experimental,
            planned=as_planned is not None,
        ),
        message=explained(change) if softer else f"{change.message}; {as_planned}" if as_planned else change.message,
        instead=None if softer or as_planned else change.hint or advice.get(change.rule),
        old=change.old if there else change.new,
        new=change.new if there else change.old,
        location=location_of(change.pair),
        practice=told,
        forward=forward,
        one_source=one,
        proofs=change.proofs,
        rests_on_any=change.rests_on_any,
        parallel=beside,
    )


def _counted(forward: Severity | None, one: OneSource | None) -> Severity:
    """The way back, as far as it is a reason to deny: where one driver can serve both versions, it is to be known."""
    if forward is None:
        return Severity.EQUIVALENT
    return forward if _says(one, Serves.CANNOT) else min(forward, Severity.POTENTIALLY_BREAKING)


def _says(one: OneSource | None, answer: Serves) -> bool:
    return one is not None and one.answer is answer


def _one_source(
    change: Change, driver: Severity, forward: Severity | None, back: Forward | None, *, there: bool
) -> OneSource | None:
    if forward is None or back is None:
        return None
    if not there:
        return of_old_version(change.new)
    return one_source(change, driver=driver, back=forward, versions=back.versions)


def _fault(fault: Fault, configuration: Configuration, advice: Mapping[str, str | None]) -> Finding:
    return Finding(
        rule=fault.rule,
        path=fault.path,
        element=element_path(fault.path),
        host=Severity.EQUIVALENT,
        driver=Severity.EQUIVALENT,
        level=level_of_fault(fault, configuration),
        message=fault.message,
        instead=fault.hint or advice.get(fault.rule),
        old=None,
        new=fault.element.text,
        location=fault.host or fault.element.location,
        alone=True,
        of_host=fault.host is not None,
    )


def _order(finding: Finding) -> tuple[str | int, ...]:
    """By place, then by path; what has no place comes first. Total, so that two runs print the same."""
    place = finding.location
    file, line = (place.file, place.line) if place is not None else ("", 0)
    return file, line, finding.path, finding.rule, repr(finding)


def _summary(findings: Iterable[Finding], ends: Iterable[Transition]) -> Summary:
    findings = list(findings)
    superseded = [each for each in ends if each.since is not None]  # not by a text alone
    worst = [finding.worst for finding in findings if not finding.alone]
    return Summary(
        breaking_drivers=sum(finding.driver is Severity.BREAKING for finding in findings),
        breaking_hosts=sum(finding.host is Severity.BREAKING for finding in findings),
        potentially_breaking=worst.count(Severity.POTENTIALLY_BREAKING),
        harmless=sum(severity <= Severity.NON_BREAKING for severity in worst),
        denied=sum(finding.level is Level.DENY for finding in findings),
        warned=sum(finding.level is Level.WARN for finding in findings),
        accepted=sum(finding.acceptance is not None for finding in findings),
        faults=sum(finding.alone and not finding.of_host for finding in findings),
        host_faults=sum(finding.of_host for finding in findings),
        breaking_forward=sum(finding.forward is Severity.BREAKING for finding in findings),
        without_source=sum(_says(finding.one_source, Serves.CANNOT) for finding in findings),
        source_unjudged=sum(_says(finding.one_source, Serves.UNKNOWN) for finding in findings),
        under_way=sum(not each.gone for each in superseded),
        ended=sum(each.gone for each in superseded),
    )
