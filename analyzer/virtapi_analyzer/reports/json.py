"""For programs: one JSON object, whose form changes only with its `version`."""

import json as encoder
from collections.abc import Iterable
from typing import Any

from virtapi_analyzer.model.call import Call, Practice, Sight
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.finding import Acceptance, Finding
from virtapi_analyzer.model.guarding import Guarding, Handling, Removal, Told
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.one_source import Serves
from virtapi_analyzer.model.proof import Proof
from virtapi_analyzer.model.relation import Unjudged
from virtapi_analyzer.model.report import Report, Summary
from virtapi_analyzer.model.shelter import Handler
from virtapi_analyzer.reports.proofs import status_of

VERSION = 1
_ANSWERS = {Serves.CAN: "can", Serves.CANNOT: "cannot", Serves.UNKNOWN: "not judged"}


def json(report: Report) -> str:
    """The whole report. Keys are never left out; what does not apply is null."""
    summary = report.summary
    content = {
        "version": VERSION,
        "interface": report.interface,
        "old": report.old,
        "new": report.new,
        "release": report.release,
        "findings": [_finding(finding) for finding in report.findings],
        "stale": [{**_acceptance(acceptance), "why": why} for acceptance, why in report.stale],
        "skipped": list(report.skipped),
        "unjudged": [_unjudged(each) for each in report.unjudged],
        "host": None if report.host is None else host_sight(report.host),
        "summary": {
            "breaking": {"host": summary.breaking_hosts, "driver": summary.breaking_drivers},
            "potentially-breaking": summary.potentially_breaking,
            "harmless": summary.harmless,
            "faults": summary.faults,
            "host-faults": summary.host_faults,
            "denied": summary.denied,
            "warned": summary.warned,
            "accepted": summary.accepted,
            "forward": _ways(summary) if report.forward else None,
            "transitions": {"under-way": summary.under_way, "ended": summary.ended},
        },
    }
    return encoder.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    location = finding.location
    return {
        "rule": finding.rule,
        "path": finding.path,
        "element": finding.element,
        "severity": None if finding.alone else {"host": str(finding.host), "driver": str(finding.driver)},
        "level": finding.level.value,
        "message": finding.message,
        "rests_on_any": finding.rests_on_any,
        "instead": finding.instead,
        "parallel": finding.parallel,
        "old": finding.old,
        "new": finding.new,
        "location": None if location is None else {"file": location.file, "line": location.line},
        "accepted": None if finding.acceptance is None else _acceptance(finding.acceptance),
        "calls": None if finding.practice is None else _told(finding.practice),
        "forward": _forward(finding),
        "proof": _proofs(finding) if finding.proofs else None,
    }


def _proofs(finding: Finding) -> dict[str, Any]:
    status = status_of(finding)
    by_audience = {proof.audience: _proof(proof) for proof in finding.proofs}
    return {
        "status": None if status is None else status.value,
        "host": by_audience.get(Role.HOST),
        "driver": by_audience.get(Role.DRIVER),
    }


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "status": proof.status.value,
        "witness": proof.witness,
        "judge": None if proof.judge is None else proof.judge.value,
        "answer": proof.answer,
    }


def _ways(summary: Summary) -> dict[str, int]:
    return {
        "breaking": summary.breaking_forward,
        "without_source": summary.without_source,
        "source_unjudged": summary.source_unjudged,
    }


def _forward(finding: Finding) -> dict[str, Any] | None:
    """A driver of the new version on an old host, and whether one driver can serve both versions."""
    if finding.forward is None:
        return None
    one = finding.one_source
    source = None if one is None else {"answer": _ANSWERS[one.answer], "how": one.how}
    return {"driver": str(finding.forward), "one_source": source}


def _unjudged(each: Unjudged) -> dict[str, Any]:
    location = None if each.file is None else {"file": each.file, "line": each.line}
    return {"path": each.path, "reason": each.reason, "location": location}


def _told(told: Told) -> dict[str, Any]:
    """What hosts say; `about` says of what."""
    match told:
        case Practice():
            return {
                "about": "arguments",
                "seen": told.calls,
                "failing": _calls(told.failing),
                "doubtful": _calls(told.doubtful),
                "unfit": _calls(told.unfit),
                "decides": told.decides,
            }
        case Guarding():
            return {
                "about": "guards",
                "became": told.became.name.lower(),
                "sure": told.sure,
                "old": told.old,
                "new": told.new,
                "calls": _calls(told.calls),
                "guards": _guards(told.guards),
            }
        case Removal():
            return {
                "about": "removal",
                "drivers": told.drivers,
                "uses": [_place(use.location, use.function) for use in told.uses],
                "stood-in": _calls(told.stood_in),
                "of": list(told.of),
                "decides": told.decides,
            }
        case Handling():
            return {
                "about": "exceptions",
                "exceptions": list(told.exceptions),
                "seen": told.calls,
                "unhandled": _calls(told.unhandled),
                "doubtful": _calls(told.doubtful),
                "edges": list(told.edges),
                "guards": _guards(told.guards),
                "decides": told.decides,
            }


def _calls(calls: Iterable[Call]) -> list[dict[str, Any]]:
    return [_place(call.location, call.function) for call in calls]


def _guards(guards: Iterable[Handler]) -> list[dict[str, Any]]:
    return [{**_place(guard.location), "asks": guard.asks} for guard in guards]


def _place(location: Location, function: str = "") -> dict[str, Any]:
    return {"file": location.file, "line": location.line, "function": function or None}


def host_sight(host: Sight) -> dict[str, Any]:
    """How much of a host's calls could be seen."""
    return {
        "label": host.label,
        "files": host.files,
        "calls": host.calls,
        "dynamic": list(host.dynamic),
        "unread": list(host.unread),
    }


def _acceptance(acceptance: Acceptance) -> dict[str, str | None]:
    return {
        "rule": acceptance.rule,
        "path": acceptance.path,
        "reason": acceptance.reason,
        "expires": acceptance.expires,
        "by": acceptance.by,
    }
