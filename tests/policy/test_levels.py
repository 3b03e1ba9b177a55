"""What the project does about a change, by default and by its own word."""

from pathlib import Path

import pytest

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.contract import NOTHING_DECLARED, Contract
from virtapi_analyzer.model.element import Class, ClassKind, Function, Location, Signature
from virtapi_analyzer.model.finding import Level
from virtapi_analyzer.model.pair import ClassPair, MethodPair
from virtapi_analyzer.policy.configuration import Configuration, load
from virtapi_analyzer.policy.levels import level_of

EQUIVALENT, HARMLESS, MAYBE, BREAKS = Severity
ALLOW, WARN, DENY = Level
HERE = Location(file="pkg/driver.pyi", line=1)
SILENT = Configuration(root=Path(), interfaces={})


def a_change(
    rule: str = "method-removed",
    *,
    removal: bool = False,
    method: Contract = NOTHING_DECLARED,
    path: str = "pkg.Driver.spawn",
) -> Change:
    """A change of the method `spawn` of a class, which declared this on the old side."""
    kept = Class(path="pkg.Driver", text="class Driver", location=HERE, kind=ClassKind.PLAIN)
    old = Function(
        path="pkg.Driver.spawn",
        text="def spawn(self)",
        location=HERE,
        contract=method,
        signature=Signature(parameters=()),
    )
    owner = ClassPair(path=kept.path, old=kept, new=kept)
    pair = MethodPair(path=old.path, old=old, new=None, owner=owner)
    return Change(pair=pair, message="it changed", path=path, rule=rule, removal=removal)


def said(tmp_path: Path, word: str) -> Configuration:
    """What a project says in its configuration file."""
    text = f'[tool.virtapi.interfaces.pkg]\npackage = "pkg"\n{word}'
    tmp_path.joinpath("pyproject.toml").write_text(text)
    configuration = load(tmp_path)
    assert configuration is not None
    return configuration


@pytest.mark.parametrize(
    ("host", "driver", "level"),
    [
        (HARMLESS, BREAKS, DENY),
        (BREAKS, BREAKS, DENY),
        (BREAKS, HARMLESS, WARN),
        (MAYBE, HARMLESS, WARN),
        (HARMLESS, MAYBE, WARN),
        (HARMLESS, HARMLESS, ALLOW),
        (EQUIVALENT, EQUIVALENT, ALLOW),
    ],
)
def test_what_breaks_drivers_is_denied_and_what_may_break_anybody_is_warned_of(
    host: Severity, driver: Severity, level: Level
) -> None:
    assert level_of(a_change(), host=host, driver=driver, configuration=SILENT) is level


def test_a_removal_without_notice_is_denied_whoever_it_breaks() -> None:
    assert level_of(a_change(removal=True), host=BREAKS, driver=HARMLESS, configuration=SILENT) is DENY


def test_what_goes_as_was_planned_is_allowed_whoever_it_breaks() -> None:
    removed = a_change(removal=True)
    assert level_of(removed, host=BREAKS, driver=BREAKS, configuration=SILENT, planned=True) is ALLOW


def test_a_removal_that_breaks_nobody_for_certain_is_not_denied() -> None:
    assert level_of(a_change(removal=True), host=MAYBE, driver=HARMLESS, configuration=SILENT) is WARN


def test_what_was_experimental_is_warned_of_at_most(tmp_path: Path) -> None:
    word = said(tmp_path, levels(method_removed="deny"))
    for experimental, level in ((False, DENY), (True, WARN)):
        judged = level_of(a_change(), host=HARMLESS, driver=HARMLESS, configuration=word, experimental=experimental)
        assert judged is level


def an_override(rules: str, paths: str, level: str) -> str:
    return f'[[tool.virtapi.overrides]]\nrules = ["{rules}"]\npaths = ["{paths}"]\nlevel = "{level}"\n'


def levels(**by_rule: str) -> str:
    lines = (f'"{rule.replace("_", "-").replace("ANY", "*")}" = "{level}"\n' for rule, level in by_rule.items())
    return f"[tool.virtapi.levels]\n{''.join(lines)}"


@pytest.mark.parametrize(
    ("word", "level"),
    [
        (levels(method_removed="allow"), ALLOW),
        (levels(method_ANY="warn"), WARN),
        (levels(param_ANY="allow"), DENY),
        (levels(method_removed="warn", ANY="allow"), WARN),
        (levels(ANY="allow", method_ANY="warn"), WARN),
        (levels(method_removed="warn") + an_override("*", "pkg.*", "allow"), ALLOW),
        (an_override("*", "pkg.Driver.spawn", "allow") + an_override("method-removed", "pkg.*", "warn"), ALLOW),
        (an_override("*", "other.*", "allow"), DENY),
        (an_override("param-*", "*", "allow"), DENY),
    ],
)
def test_the_most_specific_word_of_the_project_counts(tmp_path: Path, word: str, level: Level) -> None:
    assert level_of(a_change(), host=HARMLESS, driver=BREAKS, configuration=said(tmp_path, word)) is level


def test_an_override_for_a_method_holds_for_its_parameters(tmp_path: Path) -> None:
    word = an_override("*", "pkg.Driver.spawn", "allow")
    change = a_change("param-renamed", path="pkg.Driver.spawn(image)")
    assert level_of(change, host=BREAKS, driver=BREAKS, configuration=said(tmp_path, word)) is ALLOW


def test_an_override_can_deny_even_what_was_experimental(tmp_path: Path) -> None:
    word = said(tmp_path, an_override("*", "pkg.*", "deny"))
    assert level_of(a_change(), host=BREAKS, driver=BREAKS, configuration=word, experimental=True) is DENY
