"""For programs: one JSON object, whose form changes only with its `version`."""

import json as encoder
from typing import Any

from virtapi_analyzer.model.call import Call, Practice, Sight
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.finding import Acceptance, Finding
from virtapi_analyzer.model.one_source import Serves
from virtapi_analyzer.model.proof import Proof
from virtapi_analyzer.model.relation import Unjudged
from virtapi_analyzer.model.report import Report, Summary
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
        "instead": finding.instead,
        "parallel": finding.parallel,
        "old": finding.old,
        "new": finding.new,
        "location": None if location is None else {"file": location.file, "line": location.line},
        "accepted": None if finding.acceptance is None else _acceptance(finding.acceptance),
        "calls": None if finding.practice is None else _practice(finding.practice),
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


def _practice(practice: Practice) -> dict[str, Any]:
    return {
        "seen": practice.calls,
        "failing": [_call(call) for call in practice.failing],
        "doubtful": [_call(call) for call in practice.doubtful],
        "unfit": [_call(call) for call in practice.unfit],
        "decides": practice.decides,
    }


def _call(call: Call) -> dict[str, Any]:
    return {"file": call.location.file, "line": call.location.line, "function": call.function or None}


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
