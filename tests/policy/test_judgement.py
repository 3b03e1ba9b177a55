"""From facts to a report: sorted, each told once, counted by whom it hurts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtapi_analyzer.model.change import Change, Severity, Sides
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Function, Location, Signature
from virtapi_analyzer.model.finding import Level
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.policy.configuration import Configuration
from virtapi_analyzer.policy.judgement import judge

ADVICE = {"method-removed": "Keep it for a cycle.", "method-added": None}


def a_method(name: str, *, file: str = "new/driver.pyi", line: int = 1) -> Function:
    return Function(
        path=f"pkg.Driver.{name}",
        text=f"def {name}(self)",
        location=Location(file=file, line=line),
        signature=Signature(parameters=()),
    )


def a_change(old: Function | None, new: Function | None, *, hint: str | None = None, path: str = "") -> Change:
    kept = new or old
    assert kept is not None
    return Change(
        pair=MethodPair(path=kept.path, old=old, new=new, roles=frozenset({Role.DRIVER})),
        message="it changed",
        path=path or kept.path,
        rule="method-removed" if new is None else "method-added",
        hint=hint,
        sides=Sides(caller=Severity.BREAKING) if new is None else Sides(),
    )


def judged(*changes: Change) -> Report:
    old, new = (
        Interface(package="pkg", label=label, modules={}, classes={}, roles={}, skipped=skipped)
        for label, skipped in (("2026.1", ("a.py", "b.py")), ("working tree", ("a.py",)))
    )
    configuration = Configuration(root=Path(), interfaces={})
    return judge(changes, interface="kettle", old=old, new=new, configuration=configuration, advice=ADVICE)


def test_a_finding_stands_where_the_element_is_now() -> None:
    old, new = a_method("boil", file="old/driver.pyi", line=9), a_method("boil", line=3)
    (finding,) = judged(a_change(old, new)).findings
    assert finding.location == Location(file="new/driver.pyi", line=3)


def test_a_finding_on_what_is_gone_stands_where_it_was() -> None:
    (finding,) = judged(a_change(a_method("boil", file="old/driver.pyi", line=9), None)).findings
    assert finding.location == Location(file="old/driver.pyi", line=9)


def test_a_finding_on_a_parameter_is_about_its_method() -> None:
    (finding,) = judged(a_change(None, a_method("boil"), path="pkg.Driver.boil(hot)")).findings
    assert (finding.path, finding.element) == ("pkg.Driver.boil(hot)", "pkg.Driver.boil")


@pytest.mark.parametrize(("hint", "instead"), [(None, "Keep it for a cycle."), ("Rename it back.", "Rename it back.")])
def test_what_the_pair_knows_better_takes_the_place_of_the_general_advice(hint: str | None, instead: str) -> None:
    (finding,) = judged(a_change(a_method("boil"), None, hint=hint)).findings
    assert finding.instead == instead


def test_the_same_is_told_once() -> None:
    assert len(judged(*[a_change(a_method("boil"), None)] * 3).findings) == 1


@given(st.permutations(range(6)))
def test_the_order_of_the_facts_does_not_matter(order: list[int]) -> None:
    changes = [
        a_change(a_method("boil", line=7), None),
        a_change(a_method("boil", line=7), None, hint="another"),
        a_change(None, a_method("pour", line=7)),
        a_change(None, a_method("drip", line=10)),
        a_change(a_method("lid", file="a.pyi", line=70), None),
        a_change(None, a_method("whistle", line=2)),
    ]
    report = judged(*(changes[place] for place in order))
    names = [finding.path.rpartition(".")[2] for finding in report.findings]
    assert names == ["lid", "whistle", "boil", "boil", "pour", "drip"]
    assert report == judged(*changes)


def test_the_summary_counts_whom_it_hurts_and_what_is_done_about_it() -> None:
    report = judged(a_change(a_method("boil"), None), a_change(a_method("lid"), None), a_change(None, a_method("pour")))
    assert [finding.level for finding in report.findings] == [Level.WARN, Level.WARN, Level.ALLOW]
    summary = report.summary
    assert (summary.breaking_drivers, summary.breaking_hosts, summary.potentially_breaking) == (0, 2, 0)
    assert (summary.harmless, summary.denied, summary.warned, summary.accepted) == (1, 0, 2, 0)
    assert not report.denied


def test_what_could_not_be_read_is_named_once() -> None:
    assert judged().skipped == ("a.py", "b.py")
