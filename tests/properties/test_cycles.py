"""An interface that is edited at random for many cycles: what a release lets through breaks nobody who kept in step.

Who uses nothing that goes is safe with the next release: a host that calls as the release before declares, and a driver
that was written for it. Both really run. What breaks hosts is denied here as well, since by default it is warned of.
"""

import inspect
from functools import cache
from pathlib import Path

from hypothesis import event, given, note, settings
from hypothesis import strategies as st

from tests.properties.cycles import (
    EDITS,
    Field,
    Method,
    Parameter,
    Version,
    calls_of,
    driver_of,
    objects_of,
    parameters,
    running,
)
from tests.rules.test_examples import PACKAGE, interface, tree
from tests.typing_of_pairs import compared
from virtapi_analyzer import rules
from virtapi_analyzer.compare.lives import lives
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.finding import Level
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.policy.configuration import Configuration
from virtapi_analyzer.policy.judgement import judge
from virtapi_analyzer.rules.declaration import release_of


@cache
def read(text: str, label: str) -> Interface:
    return interface(text, label)


def refusals(history: list[Version]) -> list[str]:
    """What keeps the last version of a history from being released, and what of it breaks hosts."""
    texts = [each.stub() for each in history]
    labels = [release_of(number) for number in range(len(history))]
    versions = [read(text, label) for text, label in zip(texts, labels, strict=True)]
    old, new = versions[-2:]
    trees = [tree({"__init__.pyi": text}, label) for text, label in zip(texts, labels, strict=True)]
    report = judge(
        rules.changes(compared(old, new, *trees[-2:])),
        rules.faults(lives(list(zip(labels[:-1], versions[:-1], strict=True)), new, release=labels[-1])),
        interface=PACKAGE,
        old=old,
        new=new,
        configuration=Configuration(root=Path(), interfaces={}),
        advice={},
        release=labels[-1],
    )
    return [
        f"{each.rule} at {each.path}"
        for each in report.findings
        if each.level is Level.DENY or (each.level is Level.WARN and each.host is Severity.BREAKING)
    ]


def try_out(before: Version, after: Version) -> None:
    """Run a driver and a host of the version before with what the version after has."""
    package = running(after)
    for name, method in before.methods.items():
        if not method.going:
            for args, names in calls_of(method):
                getattr(driver_of(after, package), name)(*args, **names)
    old_driver = driver_of(before, package)
    for name, method in after.methods.items():
        for args, names in calls_of(method):
            getattr(old_driver, name)(*args, **names)
    for fields in objects_of(before):
        old_driver.made = fields
        made = old_driver.info()
        assert all(hasattr(made, name) for name in after.fields)
    new_driver = driver_of(after, package)
    for fields in objects_of(after):
        new_driver.made = fields
        made = new_driver.info()
        assert all(hasattr(made, name) for name, each in before.fields.items() if each.superseded is None)


@given(st.data())
@settings(deadline=None)
def test_what_a_release_lets_through_breaks_nobody_who_uses_nothing_that_goes(data: st.DataObject) -> None:
    first = data.draw(st.lists(parameters().filter(Method.takes), min_size=2, max_size=2))
    history = [Version({"boot": Method(first[0]), "stop": Method(first[1])}, {"size": Field()})]
    for _ in range(5):
        release = release_of(len(history))
        tree = history[-1]
        for _ in range(data.draw(st.integers(1, 3))):
            tree = data.draw(st.sampled_from(EDITS))(tree, release, data.draw)
        if tree == history[-1]:
            continue
        refused = refusals([*history, tree])
        event("refused" if refused else "released")
        if not refused:
            note(f"released {release}:\n{tree.stub()}\nafter\n{history[-1].stub()}")
            try_out(history[-1], tree)
            history.append(tree)
    event(f"{len(history)} releases")


def test_a_host_and_a_driver_that_are_broken_are_seen_to_break() -> None:
    """The judge of the property is none that lets everything pass."""
    plain = Version({"boot": Method()}, {"size": Field()})
    for worse in (
        Version({}, plain.fields),
        Version({"boot": Method((Parameter("a", "/", False),))}, plain.fields),
        Version({"boot": Method(), "stop": Method()}, plain.fields),
        Version(plain.methods, {"size": Field(), "kind": Field()}),
        Version(plain.methods, {}),
    ):
        try:
            try_out(plain, worse)
        except (AttributeError, TypeError, AssertionError):
            continue
        raise AssertionError(f"nothing failed with {inspect.cleandoc(worse.stub())}")
