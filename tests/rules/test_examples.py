"""Every rule against its own examples, and the catalogue against what it promises. No rule is named here."""

import importlib
import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from pkgutil import iter_modules

import pytest

from tests.typing_of_pairs import compared
from virtapi_analyzer import rules
from virtapi_analyzer.compare.host_parts import host_parts
from virtapi_analyzer.compare.hosts import Hosts, told_by_hosts
from virtapi_analyzer.compare.lives import lives
from virtapi_analyzer.compare.surface import parts
from virtapi_analyzer.interface.hosts import read_calls, vocabulary
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.sources import Tree
from virtapi_analyzer.model.call import HostCalls
from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.fault import Fault
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.policy.audiences import audiences
from virtapi_analyzer.policy.practice import sharpened, told_by_host
from virtapi_analyzer.rules.declaration import Hit, Miss, Right, Rule, Sources, Wrong, release_of
from virtapi_analyzer.rules.prelude import PRELUDE

PACKAGE = "pkg"
FLAGS = ("pkg.Driver.capabilities",)


def cases(kind: type[Hit] | type[Miss] | type[Wrong] | type[Right]) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in rules.catalogue()
        for number, example in enumerate(rule.examples, 1)
        if isinstance(example, kind)
    ]


def every_rule() -> list[object]:
    return [pytest.param(rule, id=rule.id) for rule in rules.catalogue()]


def interface(sources: Sources, label: str, *, hosts: bool = False) -> Interface:
    drivers = (f"{PACKAGE}.Driver",) if hosts else ()
    return read_interface(tree(_files(sources), label), package=PACKAGE, flags=FLAGS, driver_interfaces=drivers)


def _files(sources: Sources) -> Mapping[str, str]:
    return {"__init__.pyi": sources} if isinstance(sources, str) else sources


def tree(files: Mapping[str, str], label: str) -> Tree:
    contents = {f"{PACKAGE}/{path}": PRELUDE + text for path, text in files.items()}
    return Tree(
        label=label, files=frozenset(contents), read=lambda path: contents[path].encode(), locate=lambda path: path
    )


def between(old: Sources, new: Sources, hosts: tuple[str, str] | None = None) -> tuple[Change, ...]:
    sides = interface(old, "old", hosts=bool(hosts)), interface(new, "new", hosts=bool(hosts))
    pairs = compared(*sides, tree(_files(old), "old"), tree(_files(new), "new"))
    if hosts is not None:
        before, after = map(host, sides, hosts)
        pairs = told_by_hosts(pairs, Hosts(old=before, new=after), *sides)
    return tuple(rules.changes(pairs))


def host(side: Interface, source: str) -> HostCalls:
    """A host of one module that calls this side."""
    module = Tree(label="host", files=frozenset({"host.py"}), read=lambda _: source.encode(), locate=lambda path: path)
    return read_calls([module], vocabulary=vocabulary(side), surroundings=True)


def alone(rule: Rule, sources: Sources, before: tuple[Sources, ...], calling: str | None = None) -> list[Fault]:
    """What this rule says of one interface, or of a host. Others may speak too: an interface that all like would be
    long."""
    now = interface(sources, "working tree", hosts=calling is not None)
    earlier = [(release_of(number), interface(each, release_of(number))) for number, each in enumerate(before)]
    found = rules.faults(
        [*parts(now), *lives(earlier, now, release=release_of(len(before)))]
        if calling is None
        else host_parts(host(now, calling), now)
    )
    return [fault for fault in found if fault.rule == rule.id]


def relative(change: Change | Fault) -> str:
    return change.path.removeprefix(PACKAGE).removeprefix(".")


def told(changes: tuple[Change, ...]) -> list[str]:
    return [f"{change.rule} at {relative(change)}: {change.message}" for change in changes]


@pytest.mark.parametrize(("rule", "example"), cases(Hit))
def test_a_hit_is_reported_where_it_says_and_by_nobody_else(rule: Rule, example: Hit) -> None:
    changes = between(example.old, example.new, example.hosts)
    assert sorted(relative(c) for c in changes if c.rule == rule.id) == sorted(example.at), told(changes)
    assert {c.rule for c in changes if c.rule != rule.id} == set(example.others), told(changes)


@pytest.mark.parametrize(("rule", "example"), cases(Hit))
def test_a_hit_hurts_whom_it_says(rule: Rule, example: Hit) -> None:
    for change in between(example.old, example.new, example.hosts):
        if change.rule == rule.id:
            declared = audiences(replace(change, sides=rule.sides))
            told = told_by_host(change)
            host = declared[0] if example.host is None else example.host
            driver = declared[1] if example.driver is None else example.driver
            found = audiences(change)
            assert sharpened(told, host=found[0], driver=found[1]) == (host, driver), change.message


@pytest.mark.parametrize(("rule", "example"), cases(Miss))
def test_a_miss_is_silent(rule: Rule, example: Miss) -> None:
    changes = between(example.old, example.new, example.hosts)
    assert rule.id not in {c.rule for c in changes}, told(changes)
    assert {c.rule for c in changes} == set(example.others), told(changes)


@pytest.mark.parametrize(("rule", "example"), [*cases(Hit), *cases(Miss)])
def test_each_side_against_itself_is_silent(rule: Rule, example: Hit | Miss) -> None:
    hosts = example.hosts
    assert told(between(example.old, example.old, hosts and (hosts[0], hosts[0]))) == []
    assert told(between(example.new, example.new, hosts and (hosts[1], hosts[1]))) == []


@pytest.mark.parametrize(("rule", "example"), cases(Hit))
def test_a_message_is_one_sentence_with_both_definitions(rule: Rule, example: Hit) -> None:
    for change in between(example.old, example.new, example.hosts):
        if change.rule == rule.id:
            assert "\n" not in change.message
            assert not change.message.endswith("."), "a message is set into other text"
            assert "None" not in re.sub(r"`[^`]*`", "", change.message)
            assert (change.old, change.new) != (None, None)


@pytest.mark.parametrize(("rule", "example"), cases(Wrong))
def test_what_is_wrong_with_one_interface_is_reported_where_it_says(rule: Rule, example: Wrong) -> None:
    faults = alone(rule, example.source, example.before, example.hosts and example.hosts[0])
    assert sorted(relative(fault) for fault in faults) == sorted(example.at), faults
    for fault in faults:
        assert "\n" not in fault.message
        assert not fault.message.endswith("."), "a message is set into other text"


@pytest.mark.parametrize(("rule", "example"), cases(Wrong))
def test_an_interface_as_it_should_be_is_silent(rule: Rule, example: Wrong) -> None:
    assert alone(rule, example.right, example.before, example.hosts and example.hosts[1]) == []


@pytest.mark.parametrize(("rule", "example"), cases(Right))
def test_what_is_right_with_one_interface_is_silent(rule: Rule, example: Right) -> None:
    assert alone(rule, example.source, example.before, example.host) == []


@pytest.mark.parametrize("rule", every_rule())
def test_a_rule_is_documented(rule: Rule) -> None:
    assert rule.title.endswith(".")
    assert rule.text
    assert rule.summary.endswith(".")
    assert any(isinstance(example, Wrong if rule.alone else Hit) for example in rule.examples)
    harm = max(rule.sides.caller, rule.sides.implementer, rule.sides.producer, rule.sides.consumer)
    assert (rule.instead is not None) is (rule.alone or harm > Severity.NON_BREAKING), "it says what to do instead"


@pytest.mark.parametrize("rule", every_rule())
def test_the_rules_that_an_example_names_are_there(rule: Rule) -> None:
    known = {each.id for each in rules.catalogue()}
    compared = [example for example in rule.examples if isinstance(example, Hit | Miss)]
    assert {other for example in compared for other in example.others} <= known


def rule_files() -> list[object]:
    return list(_rule_files())


def _rule_files() -> Iterator[object]:
    for found in iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{found.name}")
        own = [
            (name, value)
            for name, value in vars(module).items()
            if isinstance(value, Rule) and inspect.getmodule(value.find) is module
        ]
        if own:
            yield pytest.param(found.name, own, id=found.name)


@pytest.mark.parametrize(("file", "declared"), rule_files())
def test_file_function_and_id_are_one_word(file: str, declared: list[tuple[str, Rule]]) -> None:
    assert [(name, rule.id, rule.find.__name__) for name, rule in declared] == [(file, file.replace("_", "-"), file)]


DROPPED = '''
"""The class has a name.

Every class has one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule


@rule(
    summary="A class has a name.",
    examples=(Hit(old="class Driver: ...", new="class Driver: ...", at=("Driver",)),),
)
def class_has_name(pair: ClassPair) -> Iterator[Change]:
    yield Change(pair=pair, message=f"`{pair.name}` has a name", path=pair.path)
'''


def test_a_file_dropped_into_the_folder_is_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "class_has_name.py").write_text(DROPPED, encoding="utf-8")
    before = len(rules.catalogue())
    forget()
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path)])
    try:
        assert len(rules.catalogue()) == before + 1
        changes = between("class Driver: ...", "class Driver: ...")
        assert told(changes) == ["class-has-name at Driver: `Driver` has a name"]
    finally:
        monkeypatch.undo()
        forget()
    assert len(rules.catalogue()) == before


def forget() -> None:
    rules.catalogue.cache_clear()
    rules._by_subject.cache_clear()
