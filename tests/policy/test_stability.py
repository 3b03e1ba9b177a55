"""What was experimental could change at any time: a change of it is told, and is called breaking for nobody."""

from pathlib import Path

import pytest

from tests.compare.texts import Sources, changes, read
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.finding import Finding, Level
from virtapi_analyzer.policy.configuration import Configuration
from virtapi_analyzer.policy.judgement import judge
from virtapi_analyzer.policy.stability import REASON
from virtapi_analyzer.reports.json import json
from virtapi_analyzer.reports.text import text

HARMLESS, MAYBE, BREAKS = Severity.NON_BREAKING, Severity.POTENTIALLY_BREAKING, Severity.BREAKING
STABLE = "@driver_interface\nclass Driver:\n    def pause(self, instance): ...\n"
NO_METHOD = "@driver_interface\nclass Driver: ...\n"
A_PARAMETER_MORE = "@driver_interface\nclass Driver:\n    def pause(self, instance, force): ...\n"


def report(old: Sources, new: Sources):
    return judge(
        changes(old, new),
        interface="pkg",
        old=read(old),
        new=read(new),
        configuration=Configuration(root=Path(), interfaces={}),
        advice=dict.fromkeys(("method-removed", "param-added-required"), "Do something else."),
    )


def finding(old: Sources, new: Sources) -> Finding:
    (found,) = report(old, new).findings
    return found


@pytest.mark.parametrize("new", [NO_METHOD, A_PARAMETER_MORE])
@pytest.mark.parametrize("marked", ["    def pause", "class Driver"])
def test_what_breaks_an_experimental_element_breaks_nobody_and_says_why(marked: str, new: str) -> None:
    indent = " " * (len(marked) - len(marked.lstrip()))
    old = STABLE.replace(marked, f"{indent}@experimental\n{marked}")
    stable, experimental = finding(STABLE, new), [f for f in report(old, new).findings if "stability" not in f.rule]
    assert Severity.BREAKING in (stable.host, stable.driver) and stable.instead is not None
    (found,) = experimental
    assert (found.rule, found.path) == (stable.rule, stable.path)
    assert (found.host, found.driver, found.level) == (HARMLESS, HARMLESS, Level.ALLOW)
    assert found.message == f"{stable.message}; {REASON}"
    assert found.instead is None, "nobody is hurt, so there is nothing to do instead"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("@experimental\n@dataclass\nclass Disk:\n    size: int", "@experimental\n@dataclass\nclass Disk: ..."),
        ("@experimental\nclass Key(TypedDict):\n    a: int\n    b: int", "@experimental\nclass Key(TypedDict):\n    a: int"),
        ("@experimental\nclass At(NamedTuple):\n    a: int\n    b: int", "@experimental\nclass At(NamedTuple):\n    a: int"),
        ("@experimental\nclass State(Enum):\n    ON = 1", "@experimental\nclass State(Enum):\n    ON = 1\n    OFF = 2"),
        ("@experimental\nclass Outer:\n    class Inner:\n        def f(self): ...", "@experimental\nclass Outer:\n    class Inner: ..."),
        ("@experimental\ndef connect(uri): ...", "@experimental\ndef connect(): ..."),
        ("@experimental\ndef connect(uri): ...", ""),
        ("@experimental\nclass Disk: ...", ""),
    ],
)  # fmt: skip
def test_it_holds_for_all_that_an_experimental_class_holds_and_for_functions(old: str, new: str) -> None:
    assert finding(old.replace("@experimental\n", ""), new.replace("@experimental\n", "")).host is BREAKS
    found = finding(old, new)
    assert (found.host, found.driver) == (HARMLESS, HARMLESS)
    assert REASON in found.message


def test_a_change_that_hurts_nobody_needs_no_reason() -> None:
    old = STABLE.replace("class Driver", "@experimental\nclass Driver")
    assert REASON not in finding(old, old + "    def resume(self, instance): ...\n").message


def test_what_becomes_experimental_was_promised_before() -> None:
    new = A_PARAMETER_MORE.replace("    def", "    @experimental\n    def")
    found = {each.rule: each for each in report(STABLE, new).findings}
    assert found["param-added-required"].host is BREAKS
    lowered = found["stability-level-lowered"]
    assert (lowered.host, lowered.driver, lowered.level) == (MAYBE, MAYBE, Level.WARN)


def test_an_experimental_addition_to_a_stable_class_is_judged_like_any_other() -> None:
    new = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    @experimental\n    def pause(self, instance): ...\n"
    assert finding(NO_METHOD.replace("Driver:", "Driver(ABC):"), new).driver is BREAKS


def test_what_a_stable_class_inherits_from_an_experimental_one_is_stable() -> None:
    old = "@experimental\nclass _Base:\n    def pause(self): ...\n@driver_interface\nclass Driver(_Base): ...\n"
    assert finding(old, "@driver_interface\nclass Driver: ...\n").host is BREAKS


def test_marks_are_reported_like_everything_else() -> None:
    marked = STABLE.replace("    def", "    @concurrent\n    @superseded(by='halt', since='2026.2')\n    def")
    found = report(STABLE, marked)
    assert [each.rule for each in found.findings] == ["deprecated-added", "method-now-concurrent"]
    said = text(found, everything=True)
    for output in (said, json(found)):
        assert "deprecated-added" in output and "method-now-concurrent" in output
    assert "is superseded since 2026.2 by `halt`" in said
    assert "drivers   potentially-breaking" in said
