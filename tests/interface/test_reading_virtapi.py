"""The interface of this repository, as it is read."""

import time
from functools import cache
from pathlib import Path

from tests.shared import REPOSITORY
from virtapi_analyzer import rules
from virtapi_analyzer.compare.pairs import compare
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Class, Function
from virtapi_analyzer.model.interface import Flow, Interface


def fresh() -> Interface:
    tree = open_tree(str(REPOSITORY / "stubs" / "virtapi"), package="virtapi", project=REPOSITORY, baselines=None)
    return read_interface(tree, package="virtapi")


virtapi = cache(fresh)


def method(path: str) -> Function:
    owner, _, name = path.rpartition(".")
    element = virtapi().classes[owner].members[name].element
    assert isinstance(element, Function)
    return element


def test_it_is_read_in_less_than_a_second() -> None:
    virtapi()
    times = []
    for _ in range(3):
        start = time.process_time()
        fresh()
        times.append(time.process_time() - start)
    assert min(times) < 1


def test_nothing_of_it_is_skipped() -> None:
    assert virtapi().skipped == ()
    folder = Path(REPOSITORY / "stubs" / "virtapi" / "virtapi")
    public = {path.stem for path in folder.glob("[!_]*") if path.suffix in ("", ".py", ".pyi")}
    assert {name.removeprefix("virtapi.") for name in virtapi().modules if name.count(".") == 1} == public


def test_it_says_nothing_against_itself() -> None:
    assert [change.message for change in rules.changes(compare(fresh(), virtapi()))] == []


def test_its_roles_are_those_that_it_declares() -> None:
    roles = virtapi().roles
    assert roles["virtapi.driver.ComputeDriver"] == roles["virtapi.capabilities.power.Pausable"] == {Role.DRIVER}
    assert roles["virtapi.host.HostServices"] == roles["virtapi.host.Call"] == {Role.HOST}


def test_a_capability_has_its_flag() -> None:
    abilities = [kind for kind in virtapi().classes.values() if kind.contract.capability]
    assert virtapi().classes["virtapi.capabilities.power.Pausable"] in abilities
    for ability in abilities:
        flags, _, flag = (ability.contract.capability or "").rpartition(".")
        assert (flags, flag in virtapi().classes[flags].members) == ("virtapi.flags.Capability", True)


def test_every_abstract_method_declares_what_it_raises_by_the_paths_of_exceptions() -> None:
    for kind in virtapi().classes.values():
        for member in kind.members.values():
            element = member.element
            called = isinstance(element, Function) and element.abstract and element.name != "__init__"
            if isinstance(element, Function) and called and virtapi().roles[kind.path] == {Role.DRIVER}:
                assert element.contract.raises is not None, element.path
                assert all(raised in virtapi().classes for raised in element.contract.raises), element.path


def test_a_method_is_read_with_all_that_it_declares() -> None:
    pause = method("virtapi.capabilities.power.Pausable.pause")
    assert pause.text == "def pause(self, call: Call, instance: Instance, /) -> None"
    assert pause.contract.raises == ("virtapi.exceptions.InstanceNotFound", "virtapi.exceptions.InvalidPowerState")
    assert pause.abstract
    assert [p.type.normal for p in pause.signature.parameters if p.type] == [
        "virtapi.host.Call",
        "virtapi.objects.instance.Instance",
    ]


def test_what_flows_flows_as_the_signatures_say() -> None:
    pairs = {pair.path: pair for pair in compare(virtapi(), virtapi()) if isinstance(pair.old, Class)}
    assert pairs["virtapi.objects.instance.Instance"].flow & Flow.TO_DRIVER
    assert pairs["virtapi.exceptions.InstanceNotFound"].flow & Flow.TO_HOST
