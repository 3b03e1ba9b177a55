"""The report for people."""

from dataclasses import replace

import pytest

from virtapi_analyzer.model.finding import Acceptance, Level
from virtapi_analyzer.model.report import Report, Summary
from virtapi_analyzer.reports.closing import closing
from virtapi_analyzer.reports.text import text

NOTHING = Summary(
    breaking_drivers=0, breaking_hosts=0, potentially_breaking=0, harmless=0, denied=0, warned=0, accepted=0
)

WIDE = """\
virtapi (working tree) against 2026.2

ComputeDriver.rename                                                             baselines/2026.2/virtapi/driver.pyi:120
  - def rename(self, name: str, /) -> None
  drivers   potentially-breaking
  host      breaking       hosts that call it fail; a definition of it in a driver is dead     method-removed, warned of

ComputeDriver.spawn                                                                  stubs/virtapi/virtapi/driver.pyi:60
  - @raises(InstanceExists)
  + @raises(InstanceExists, ImageUnavailable)
                            ~~~~~~~~~~~~~~~~
  drivers   non-breaking
  host      breaking       `ImageUnavailable` may come out of it                                  raises-added, accepted
  accepted  The host catches it. (until 2027.1)

ComputeDriver.get_info                                                               stubs/virtapi/virtapi/driver.pyi:88
  - def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo
  + def get_info(self, call: Call, instance: Instance, /, *, use_cache: bool = True) -> InstanceInfo
                                                             ~~~~~~~~~~~~~~~~~~~~~~
  drivers   breaking       an override written for the old version does not accept `use_cache`
                                                                                            param-added-optional, denied
  host      non-breaking
  instead   Add a method beside it that takes the argument, give it a fallback, and let this one go in a cycle.

Acceptances
  stale     class-removed at virtapi.objects.*
            it covers no finding: delete it

1 change breaks drivers, 2 break the host, 1 breaks nobody. 1 is accepted. 1 acceptance is stale. 1 file cannot be read,
and nothing reaches it.
"""

NARROW = """\
ComputeDriver.get_info             stubs/virtapi/virtapi/driver.pyi:88
  - def get_info(self, call: Call, instance: Instance,
        /) -> InstanceInfo
  + def get_info(self, call: Call, instance: Instance, /, *,
        use_cache: bool = True) -> InstanceInfo
        ~~~~~~~~~~~~~~~~~~~~~~
  drivers   breaking       an override written for the old version
                           does not accept `use_cache`
                                          param-added-optional, denied
  host      non-breaking
  instead   Add a method beside it that takes the argument, give it a
            fallback, and let this one go in a cycle.
"""


def test_it_says_what_changed_who_is_hurt_and_what_to_do(report: Report) -> None:
    assert text(report) == WIDE


def test_it_folds_what_is_wider_than_the_terminal(report: Report) -> None:
    written = text(report, width=70)
    assert NARROW in written
    assert max(map(len, written.splitlines())) <= 70


def test_what_breaks_nobody_is_shown_when_everything_is_asked_for(report: Report) -> None:
    assert "class-added" not in text(report)
    written = text(report, everything=True)
    assert "drivers   non-breaking   there is a new class" in written
    assert "Not read\n  virtapi/_old.py" in written


def test_colours_change_nothing_but_colours(report: Report) -> None:
    coloured = text(report, colour=True)
    assert "\033[31mbreaking\033[0m" in coloured
    for code in ("0", "1", "2", "31", "32", "33"):
        coloured = coloured.replace(f"\033[{code}m", "")
    assert coloured == text(report)


def test_two_elements_with_one_short_name_keep_their_whole_paths(report: Report) -> None:
    one = report.findings[0]
    other = replace(one, path="virtapi.old.ComputeDriver.rename", element="virtapi.old.ComputeDriver.rename")
    written = text(replace(report, findings=(one, other)))
    assert "\nvirtapi.driver.ComputeDriver.rename " in written
    assert "\nvirtapi.old.ComputeDriver.rename " in written


def test_several_findings_on_one_definition_show_it_once(report: Report) -> None:
    added = report.findings[2]
    other = replace(added, rule="another-rule", message="and that")
    written = text(replace(report, findings=(added, other)))
    assert written.count("  + def get_info(") == 1
    assert "another-rule, denied" in written


def test_a_default_with_an_escape_sequence_does_not_reach_the_terminal(report: Report) -> None:
    nasty = replace(report.findings[2], new="def get_info(self, x='\033[2J\r')")
    written = text(replace(report, findings=(nasty,)))
    assert "\033" not in written
    assert "'\\x1b[2J\\r'" in written


@pytest.mark.parametrize(
    ("drivers", "hosts", "maybe", "harmless", "says"),
    [
        (1, 0, 0, 14, "1 change breaks drivers, none breaks the host, 14 break nobody."),
        (0, 0, 0, 1, "No change breaks drivers, none breaks the host, 1 breaks nobody."),
        (2, 3, 0, 0, "2 changes break drivers, 3 break the host."),
        (0, 1, 2, 0, "No change breaks drivers, 1 breaks the host, 2 may break somebody."),
        (0, 0, 1, 0, "No change breaks drivers, none breaks the host, 1 may break somebody."),
    ],
)
def test_the_closing_sentence_counts(
    report: Report, drivers: int, hosts: int, maybe: int, harmless: int, says: str
) -> None:
    summary = replace(
        NOTHING, breaking_drivers=drivers, breaking_hosts=hosts, potentially_breaking=maybe, harmless=harmless
    )
    assert next(iter(closing(replace(report, summary=summary)))) == says


def test_where_nothing_changed_it_says_so(report: Report) -> None:
    nothing = replace(report, findings=(), summary=NOTHING, stale=(), skipped=())
    assert text(nothing) == "virtapi (working tree) against 2026.2\n\nNothing changed.\n"


ALONE = """\
virtapi (working tree)

ComputeDriver.spawn                                                                  stubs/virtapi/virtapi/driver.pyi:60
    def spawn(self, flavor: dict, /) -> None
  wrong     the parameter `flavor` is or holds `dict`, which does not say what is in it              opaque-type, denied
  instead   Make it a data class.

1 fault is in the interface itself.
"""


def test_what_is_wrong_with_one_interface_says_what_and_what_to_do(faulty: Report) -> None:
    assert text(faulty) == ALONE


def test_a_fault_that_is_accepted_is_shown_with_its_reason(faulty: Report) -> None:
    (finding,) = faulty.findings
    accepted = Acceptance(rule="opaque-type", path="*", reason="Nobody has it yet.")
    shown = replace(faulty, findings=(replace(finding, level=Level.ALLOW, acceptance=accepted),))
    assert "opaque-type, accepted\n  accepted  Nobody has it yet.\n" in text(shown)


def test_a_fault_is_no_change(faulty: Report) -> None:
    assert list(closing(replace(faulty, old="2026.1"))) == ["Nothing changed.", "1 fault is in the interface itself."]
