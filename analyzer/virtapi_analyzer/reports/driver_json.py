"""For programs: the report on a driver as one JSON object, whose form changes only with its `version`."""

import json as encoder
from typing import Any

from virtapi_analyzer.model.diagnostic import Diagnostic, DriverReport
from virtapi_analyzer.reports.json import host_sight

VERSION = 1


def driver_json(report: DriverReport) -> str:
    """The whole report. Keys are never left out; what does not apply is null."""
    content = {
        "version": VERSION,
        "interface": report.interface,
        "drivers": list(report.drivers),
        "verdict": {each.release: each.verdict.value for each in report.releases},
        "diagnostics": [_diagnostic(each) for each in report.diagnostics],
        "counts": {
            each.release: {"elsewhere": len(each.elsewhere), **dict(sorted(each.counts.items()))}
            for each in report.releases
        },
        "hosts": {each.release: host_sight(each.host) if each.host is not None else None for each in report.releases},
        "elsewhere": {each.release: list(each.elsewhere) for each in report.releases},
    }
    return encoder.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _diagnostic(each: Diagnostic) -> dict[str, Any]:
    return {
        "rule": each.rule,
        "release": each.release,
        "path": each.path,
        "location": {"file": each.location.file, "line": each.location.line},
        "message": each.message,
        "severity": each.weight.value,
        "suppressed": each.suppressed,
        "reasons": list(each.reasons),
        "instead": each.instead,
    }
