"""The report for programs: its keys are a promise."""

import json as decoder

from virtapi_analyzer.model.report import Report
from virtapi_analyzer.reports.json import json


def test_the_form_of_version_1(report: Report) -> None:
    content = decoder.loads(json(report))
    assert list(content) == [
        "version",
        "interface",
        "old",
        "new",
        "release",
        "findings",
        "stale",
        "skipped",
        "unjudged",
        "host",
        "summary",
    ]
    assert content["version"] == 1
    assert content["summary"] == {
        "breaking": {"host": 2, "driver": 1},
        "potentially-breaking": 0,
        "harmless": 1,
        "faults": 0,
        "host-faults": 0,
        "denied": 1,
        "warned": 1,
        "accepted": 1,
        "forward": None,
        "transitions": {"under-way": 0, "ended": 0},
    }
    assert content["stale"] == [
        {
            "rule": "class-removed",
            "path": "virtapi.objects.*",
            "reason": "Moved.",
            "expires": None,
            "by": None,
            "why": "it covers no finding: delete it",
        }
    ]
    assert content["skipped"] == ["virtapi/_old.py"]


def test_the_form_of_a_finding(report: Report) -> None:
    content = decoder.loads(json(report))
    assert content["findings"][2] == {
        "rule": "param-added-optional",
        "path": "virtapi.driver.ComputeDriver.get_info(use_cache)",
        "element": "virtapi.driver.ComputeDriver.get_info",
        "severity": {"host": "non-breaking", "driver": "breaking"},
        "level": "deny",
        "message": "an override written for the old version does not accept `use_cache`",
        "rests_on_any": False,
        "instead": "Add a method beside it that takes the argument, give it a fallback, and let this one go in a cycle.",
        "parallel": None,
        "old": "def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo",
        "new": "def get_info(self, call: Call, instance: Instance, /, *, use_cache: bool = True) -> InstanceInfo",
        "location": {"file": "stubs/virtapi/virtapi/driver.pyi", "line": 88},
        "accepted": None,
        "calls": None,
        "forward": None,
        "proof": None,
    }


def test_a_finding_that_is_accepted_says_by_what(report: Report) -> None:
    content = decoder.loads(json(report))
    assert content["findings"][1]["accepted"] == {
        "rule": "raises-added",
        "path": "*.spawn",
        "reason": "The host catches it.",
        "expires": "2027.1",
        "by": None,
    }


def test_what_is_wrong_with_the_new_side_alone_hurts_nobody_between_the_two(faulty: Report) -> None:
    content = decoder.loads(json(faulty))
    (finding,) = content["findings"]
    assert (finding["severity"], finding["old"], finding["level"]) == (None, None, "deny")
    assert (content["old"], content["summary"]["faults"]) == (None, 1)
