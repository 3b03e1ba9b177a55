"""Whole lives of elements, release by release: what goes as was announced is let through, and what does not is told.

A row is a history, oldest first; each text is a release, and the last is the tree. A release's own part of the text is
what stands behind `PRELUDE`.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.rules.test_examples import PACKAGE, interface, tree
from tests.typing_of_pairs import compared
from virtapi_analyzer import rules
from virtapi_analyzer.compare.lives import lives
from virtapi_analyzer.compare.surface import parts
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.finding import Finding, Level
from virtapi_analyzer.model.life import is_point
from virtapi_analyzer.policy.configuration import Configuration
from virtapi_analyzer.policy.judgement import judge
from virtapi_analyzer.rules.declaration import Sources, release_of

FIRST, SECOND, THIRD, FOURTH = (release_of(number) for number in range(4))
LIFECYCLE = frozenset(
    {
        "since-missing",
        "since-wrong",
        "successor-late",
        "successor-superseded",
        "successor-unknown",
        "superseded-back",
        "superseded-changed",
        "superseded-demanded",
        "superseded-overdue",
        "superseded-since-wrong",
        "stability-leak",
    }
)
"""The rules on one interface that look at its history; the others would ask for docstrings and types."""


def findings(*history: Sources, drivers: bool = False) -> dict[tuple[str, str], Level]:
    """What is warned of or denied in the tree at the end of a history: the level by rule and path.

    With `drivers` not what may break hosts alone.
    """
    versions = [interface(text, release_of(number)) for number, text in enumerate(history)]
    texts = [
        tree({"__init__.pyi": text} if isinstance(text, str) else text, release_of(number))
        for number, text in enumerate(history)
    ]
    old, new = versions[-2:]
    earlier = [(each.label, each) for each in versions[:-1]]
    release = release_of(len(history) - 1)
    alone = rules.faults([*parts(new), *lives(earlier, new, release=release)])
    report = judge(
        rules.changes(compared(old, new, *texts[-2:])),
        [each for each in alone if each.rule in LIFECYCLE],
        interface=PACKAGE,
        old=old,
        new=new,
        configuration=Configuration(root=Path(), interfaces={}),
        advice={},
        release=release,
    )
    return {
        (each.rule, each.path.removeprefix(f"{PACKAGE}.")): each.level
        for each in report.findings
        if each.level is not Level.ALLOW and not (drivers and each.level is Level.WARN and _hurts_hosts_alone(each))
    }


def _hurts_hosts_alone(finding: Finding) -> bool:
    return not finding.alone and finding.driver <= Severity.NON_BREAKING


def gone(by: str | None, since: str = SECOND) -> str:
    """The words on what is superseded."""
    quoted = None if by is None else f'"{by}"'
    return f'@superseded(by={quoted}, since="{since}")\n@deprecated("It goes.")\n'


def driver(*methods: str) -> str:
    body = "".join("    " + each.replace("\n", "\n    ").rstrip(" ") + "\n" for each in methods) or "    ...\n"
    return f"@driver_interface\nclass Driver(ABC):\n{body}"


ABSTRACT = "@abstractmethod\n"
STOP, HALT = "def stop(self) -> None: ...", "def halt(self) -> None: ..."
NEW = f'@since("{SECOND}")\n'
CLASSES = driver() + "class {0}:\n    size: int\n"
FIELD = driver() + "@dataclass(frozen=True, kw_only=True)\nclass Info:\n"
OLD_FIELD = f'    old: Annotated[int, Superseded(by={{}}, since="{SECOND}")] = 0\n'
NEW_FIELD = f'    new: Annotated[int, Since("{SECOND}")]'
OPEN = driver() + "@open_enum\n{}class Kind(Enum):\n    A = 1\n"
OLD_MEMBER = f'@since_members(NEW="{SECOND}")\n@superseded_members(OLD=Superseded(by="NEW", since="{SECOND}"))\n'
NEW_MEMBER = f'@since_members(NEW="{SECOND}")\n'
CONSTANT = driver() + "{}"

LEGAL: Mapping[str, tuple[str, ...]] = {
    "a method": (
        driver(ABSTRACT + STOP),
        driver(gone("halt") + STOP, NEW + HALT),
        driver(NEW + ABSTRACT + HALT),
        driver(NEW + ABSTRACT + HALT),
    ),
    "a method that waits within its cycle": (
        driver(ABSTRACT + STOP),
        driver(gone("halt") + STOP, NEW + HALT),
        driver(gone("halt") + STOP, NEW + HALT),
    ),
    "several methods with one successor": (
        driver(ABSTRACT + STOP, ABSTRACT + "def kill(self) -> None: ..."),
        driver(gone("halt") + STOP, gone("halt") + "def kill(self) -> None: ...", NEW + HALT),
        driver(NEW + ABSTRACT + HALT),
    ),
    "one method with several, one of which is named": (
        driver(ABSTRACT + STOP),
        driver(gone("halt") + STOP, NEW + HALT, NEW + "def rest(self) -> None: ..."),
        driver(NEW + ABSTRACT + HALT, NEW + "def rest(self) -> None: ..."),
    ),
    "a method without successor": (driver(ABSTRACT + STOP), driver(gone(None) + STOP), driver()),
    "a method whose successor is in another class": (
        driver(ABSTRACT + STOP),
        driver(gone("Halting.halt") + STOP) + f"{NEW}@driver_interface\nclass Halting(ABC):\n    {ABSTRACT}    {HALT}",
        driver() + f"{NEW}@driver_interface\nclass Halting(ABC):\n    {ABSTRACT}    {HALT}",
    ),
    "a method whose successor was there already": (
        driver(ABSTRACT + STOP, ABSTRACT + HALT),
        driver(gone("halt") + STOP, ABSTRACT + HALT),
        driver(ABSTRACT + HALT),
    ),
    "a class": (
        CLASSES.format("Old"),
        CLASSES.format("New").replace("class New", NEW + "class New") + gone("New") + "class Old:\n    size: int",
        CLASSES.format("New").replace("class New", NEW + "class New"),
    ),
    "an exception": (
        driver(ABSTRACT + "@raises(Old)\n" + STOP) + "class Old(Exception): ...",
        driver(ABSTRACT + "@raises(New)\n" + STOP)
        + f"{NEW}class New(Exception): ...\n{gone('New')}class Old(New): ...",
        driver(ABSTRACT + "@raises(New)\n" + STOP) + f"{NEW}class New(Exception): ...",
    ),
    "a field": (
        FIELD + "    old: int",
        FIELD + OLD_FIELD.format('"new"') + NEW_FIELD + " = 0",
        FIELD + NEW_FIELD,
    ),
    "a field without successor": (FIELD + "    old: int = 0", FIELD + OLD_FIELD.format(None), FIELD + "    pass"),
    "a member of an open enum": (
        OPEN.format("") + "    OLD = 2",
        OPEN.format(OLD_MEMBER) + "    OLD = 2\n    NEW = OLD",
        OPEN.format(NEW_MEMBER) + "    NEW = 2",
    ),
    "a constant": (
        CONSTANT.format("OLD: int = 1"),
        CONSTANT.format(
            f'OLD: Annotated[int, Superseded(by="NEW", since="{SECOND}")] = 1\nNEW: Annotated[int, Since("{SECOND}")] = 1'
        ),
        CONSTANT.format(f'NEW: Annotated[int, Since("{SECOND}")] = 1'),
    ),
    "an experiment": (
        driver(ABSTRACT + STOP),
        driver(ABSTRACT + STOP, f"{NEW}@experimental\ndef halt(self, hard: bool) -> None: ..."),
        driver(ABSTRACT + STOP, f"{NEW}@experimental\ndef halt(self) -> None: ..."),
        driver(ABSTRACT + STOP, f"{NEW}{HALT}"),
    ),
    "an end that is taken back": (
        driver(ABSTRACT + STOP),
        driver(gone(None) + STOP),
        driver(STOP),
    ),
}


def steps(histories: Mapping[str, tuple[str, ...]]) -> list[object]:
    return [
        pytest.param(history[:end], id=f"{name}, {release_of(end - 1)}")
        for name, history in histories.items()
        for end in range(2, len(history) + 1)
    ]


@pytest.mark.parametrize("history", steps(LEGAL))
def test_what_goes_as_was_announced_is_let_through(history: tuple[str, ...]) -> None:
    assert findings(*history, drivers=True) == {}


ILLEGAL: Mapping[str, tuple[tuple[str, ...], dict[tuple[str, str], Level]]] = {
    "a method goes unannounced": (
        (driver(ABSTRACT + STOP), driver()),
        {("abstract-method-removed", "Driver.stop"): Level.DENY},
    ),
    "a concrete method goes unannounced": (
        (driver(STOP), driver()),
        {("method-removed", "Driver.stop"): Level.DENY},
    ),
    "a method goes before a release has announced it": (
        (driver(ABSTRACT + STOP), driver(ABSTRACT + STOP), driver()),
        {("abstract-method-removed", "Driver.stop"): Level.DENY},
    ),
    "a method goes that was announced without its successor": (
        (driver(ABSTRACT + STOP), driver(gone("halt") + STOP), driver(f'@since("{THIRD}")\n' + HALT)),
        {("method-removed", "Driver.stop"): Level.DENY},
    ),
    "the successor becomes abstract while the old method stays": (
        (driver(STOP), driver(gone("halt") + STOP, NEW + HALT), driver(gone("halt") + STOP, NEW + ABSTRACT + HALT)),
        {("method-now-abstract", "Driver.halt"): Level.DENY},
    ),
    "a method is overdue": (
        (
            driver(STOP),
            driver(gone("halt") + STOP, NEW + HALT),
            driver(gone("halt") + STOP, NEW + HALT),
            driver(gone("halt") + STOP, NEW + HALT),
        ),
        {("superseded-overdue", "Driver.stop"): Level.WARN},
    ),
    "a successor that is not there": (
        (driver(STOP), driver(gone("halt") + STOP)),
        {("successor-unknown", "Driver.stop"): Level.DENY},
    ),
    "a successor that is superseded": (
        (driver(STOP, HALT), driver(gone("halt") + STOP, gone(None) + HALT)),
        {("successor-superseded", "Driver.stop"): Level.DENY},
    ),
    "a successor that comes late": (
        (driver(STOP), driver(gone(None) + STOP), driver(gone("halt") + STOP, f'@since("{THIRD}")\n' + HALT)),
        {("successor-late", "Driver.stop"): Level.DENY},
    ),
    "a new method that does not say since when": (
        (driver(STOP), driver(STOP, HALT)),
        {("since-missing", "Driver.halt"): Level.DENY},
    ),
    "a new method that says the wrong release": (
        (driver(STOP), driver(STOP, f'@since("{FIRST}")\n' + HALT)),
        {("since-wrong", "Driver.halt"): Level.DENY},
    ),
    "a new method of the future": (
        (driver(STOP), driver(STOP, f'@since("{FOURTH}")\n' + HALT)),
        {("since-wrong", "Driver.halt"): Level.DENY},
    ),
    "an end that is dated back": (
        (driver(STOP, HALT), driver(gone("halt", FIRST) + STOP, HALT)),
        {("superseded-since-wrong", "Driver.stop"): Level.DENY},
    ),
    "a method that goes and is still abstract": (
        (driver(STOP, HALT), driver(gone("halt") + ABSTRACT + STOP, HALT)),
        {("superseded-demanded", "Driver.stop"): Level.DENY, ("method-now-abstract", "Driver.stop"): Level.DENY},
    ),
    "a field that goes and must still be given": (
        (FIELD + "    old: int", FIELD + OLD_FIELD.format(None).replace(" = 0", "")),
        {("superseded-demanded", "Info.old"): Level.DENY},
    ),
    "what went comes back": (
        (driver(STOP), driver(gone(None) + STOP), driver(), driver(f'@since("{FOURTH}")\n' + STOP)),
        {("superseded-back", "Driver.stop"): Level.DENY},
    ),
    "a superseded method changes": (
        (driver(STOP), driver(gone(None) + STOP), driver(gone(None) + "def stop(self) -> int: ...")),
        {("superseded-changed", "Driver.stop"): Level.DENY, ("return-value-added", "Driver.stop"): Level.DENY},
    ),
    "a field goes unannounced": (
        (FIELD + "    old: int", FIELD + "    pass"),
        {("field-removed", "Info.old"): Level.DENY},
    ),
    "a new field is required while the old one stays": (
        (
            FIELD + "    old: int",
            FIELD + OLD_FIELD.format('"new"') + NEW_FIELD + " = 0",
            FIELD + OLD_FIELD.format('"new"') + NEW_FIELD,
        ),
        {("field-now-required", "Info.new"): Level.WARN},
    ),
    "a class goes unannounced": (
        (CLASSES.format("Old"), driver()),
        {("class-removed", "Old"): Level.DENY},
    ),
    "a member goes unannounced": (
        (OPEN.format("") + "    OLD = 2", OPEN.format("")),
        {("enum-member-removed", "Kind.OLD"): Level.DENY},
    ),
    "a constant goes unannounced": (
        (CONSTANT.format("OLD: int = 1"), CONSTANT.format("")),
        {("symbol-removed", "OLD"): Level.DENY},
    ),
    "a stable method needs an experiment": (
        (
            driver(STOP),
            driver(STOP, NEW + ABSTRACT + "def halt(self, how: How) -> None: ...")
            + f"{NEW}@experimental\nclass How: ...",
        ),
        {("stability-leak", "Driver.halt(how)"): Level.DENY, ("method-added-abstract", "Driver.halt"): Level.DENY},
    ),
    "a stable method becomes an experiment": (
        (driver(STOP), driver("@experimental\n" + STOP)),
        {("stability-level-lowered", "Driver.stop"): Level.WARN},
    ),
}


@pytest.mark.parametrize(("history", "expected"), ILLEGAL.values(), ids=ILLEGAL)
def test_what_does_not_is_told_by_its_rule(history: tuple[str, ...], expected: dict[tuple[str, str], Level]) -> None:
    assert findings(*history) == expected


@pytest.mark.parametrize(
    ("release", "point"),
    [("2026.1", False), ("2026.1.1", True), ("1.2.0", False), ("1.2.3", True), ("7", False), ("1.2.0.4", True)],
)
def test_a_point_release_has_a_third_number_that_is_not_nought(release: str, point: bool) -> None:
    assert is_point(release) is point


EXPORTED = "from .power import Driver as Driver"


def test_what_a_package_exports_from_a_module_goes_as_planned() -> None:
    """Changes are called by the first name, and the plan by where an element is defined."""
    history = [{"__init__.pyi": EXPORTED, "power.pyi": text} for text in LEGAL["a method"]]
    for end in range(2, len(history) + 1):
        assert findings(*history[:end], drivers=True) == {}


def test_the_fallbacks_go_with_what_they_were_for() -> None:
    word = "from virtapi.contract import fallback_for\n"
    old, new = (f"{word}@fallback_for('Driver.{name}')\ndef {name}(driver): ...\n" for name in ("stop", "halt"))
    first, second, third, _ = LEGAL["a method"]
    assert findings(first, second + old + new, third) == {}
    assert findings(first, second + old + new, second) == {
        ("symbol-removed", "stop"): Level.DENY,
        ("symbol-removed", "halt"): Level.DENY,
    }
