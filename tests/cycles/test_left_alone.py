"""The driver in memory as it was in 2026.1, left alone, on the interface of today: it works, and is told what goes away.

Its host calls what is new alone, through the world that the newest driver has for its tests.
"""

import json
from copy import deepcopy
from pathlib import Path
from uuid import uuid4

import pytest

from tests.cycles.memory_2026_1.driver import MemoryDriver, MemoryOptions
from tests.cycles.memory_2026_1.hypervisor import Machine, connect
from tests.memory_driver.conditions import CAUSES, OWN_CAUSES
from tests.memory_driver.given import OTHER, a_volume
from tests.memory_driver.ready import a_ready_world
from tests.memory_driver.test_exceptions import CHANGED, NEVER
from tests.memory_driver.world import METHODS, World, a_world
from virtapi.capabilities import VolumeAttachable
from virtapi.contract import declared
from virtapi.exceptions import CallCancelled, VirtDriverError, VolumeUnavailable
from virtapi.host import Call
from virtapi.loader import DriverWarning, find_driver
from virtapi.units import VolumeId
from virtapi_analyzer.cli import main

HERE = Path(__file__).parent / "memory_2026_1"
CALLED = sorted(
    name for name, method in METHODS.items() if hasattr(MemoryDriver, name) and declared(method).superseded is None
)
"""What a host calls that calls nothing that goes away."""
ADDED = {("extend_volume", "ConnectionNotSupported")}
"""Exceptions that came later, so that the driver never raises them."""
RAISED = [
    (name, error)
    for name in CALLED
    for error in declared(METHODS[name]).raises or ()
    if (name, error.__name__) not in NEVER.keys() | ADDED
]


def an_old_world() -> World:
    """A world like that of the newest driver, with the hypervisor and the driver of 2026.1."""
    world, name = a_world(), str(uuid4())
    hypervisor = connect(name)
    machine, other = Machine(name=world.node), Machine(name=OTHER)
    hypervisor.machines = {machine.name: machine, other.name: other}
    driver = MemoryDriver(world.host, MemoryOptions(hypervisor=name, nodes=frozenset(hypervisor.machines)))
    driver.start(world.call)
    kept = {"hypervisor": hypervisor, "machine": machine, "other": other, "driver": driver}
    for attribute, value in kept.items():
        setattr(world, attribute, value)
    return world


def state_of(world: World) -> object:
    return deepcopy((world.machine, world.other))


@pytest.mark.parametrize("method", CALLED)
def test_a_host_that_calls_only_what_is_new_is_served(method: str) -> None:
    a_ready_world(method, an_old_world()).make(method)


@pytest.mark.parametrize(("method", "error"), RAISED, ids=[f"{name}-{error.__name__}" for name, error in RAISED])
def test_it_hears_of_what_is_wrong_as_it_always_did(method: str, error: type[Exception]) -> None:
    assert issubclass(error, VirtDriverError)
    world = a_ready_world(method, an_old_world())
    OWN_CAUSES.get((method, error), CAUSES[error])(world)
    before = state_of(world)
    with pytest.raises(error) as raised:
        world.make(method)
    assert raised.type is error
    assert method in CHANGED or state_of(world) == before


@pytest.fixture
def world() -> World:
    return a_ready_world("attach_volumes", an_old_world())


def attached(world: World) -> set[VolumeId]:
    return {each.volume for each in world.guest.volumes}


def test_volumes_are_attached_one_by_one(world: World) -> None:
    world.make("attach_volumes")
    assert attached(world) == {world.volume.volume, world.third_volume.volume}


def test_none_stays_attached_where_one_fails(world: World) -> None:
    world.hypervisor.faults.lost.add(world.third_volume.volume)
    before = state_of(world)
    with pytest.raises(VolumeUnavailable):
        world.make("attach_volumes")
    assert state_of(world) == before


def test_none_stays_attached_where_the_call_is_cancelled_on_the_way(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter((False, True))
    monkeypatch.setattr(world.call, "cancelled", lambda: next(answers, True))
    before = state_of(world)
    with pytest.raises(CallCancelled):
        world.make("attach_volumes")
    assert state_of(world) == before


def test_a_volume_that_does_not_come_off_again_is_named(world: World) -> None:
    world.hypervisor.faults.lost.add(world.third_volume.volume)
    world.hypervisor.faults.clinging.add(world.volume.volume)
    with pytest.raises(VolumeUnavailable) as raised:
        world.make("attach_volumes")
    (note,) = raised.value.__notes__
    assert note.startswith(f"volume {world.volume.volume} is attached still: ")


class Moved(MemoryDriver):
    """A driver that has moved on: it has the new method alone."""

    attach_volume = VolumeAttachable.attach_volume

    def attach_volumes(self, call: Call, instance: object, attachments: object, /) -> None:
        self.done = attachments


@pytest.mark.filterwarnings("ignore:use attach_volumes:DeprecationWarning")
def test_a_driver_that_has_moved_on_serves_hosts_that_have_not(world: World) -> None:
    driver = Moved(world.host, MemoryOptions())
    driver.attach_volume(world.call, world.instance, a_volume())
    assert driver.done == (a_volume(),)


def test_the_loader_warns_of_what_it_lives_off() -> None:
    with pytest.warns(DriverWarning) as warned:
        assert find_driver("tests.cycles.memory_2026_1.driver:MemoryDriver") is MemoryDriver
    (said,) = warned
    assert str(said.message) == (
        "tests.cycles.memory_2026_1.driver:MemoryDriver has to change before the next release of virtapi: it implements "
        "VolumeAttachable.attach_volume, which goes away, and not attach_volumes, which takes its place"
    )


@pytest.mark.slow
def test_the_analyzer_tells_what_goes_away_and_when(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VIRTAPI_CACHE", str(tmp_path))
    assert main(["driver", str(HERE), "--against", "2026.1", "--against", "2026.2", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    said = {(each["release"], each["rule"], each["message"]) for each in report["diagnostics"]}
    assert said == {
        (
            "2026.2",
            "deadline-override",
            "`attach_volume` is superseded since 2026.2, and goes with the release after that: define `attach_volumes`",
        ),
        (
            "2026.2",
            "deadline-use",
            "`virtapi.objects.boot.EvacuationPlan.keep_disks` is deprecated, and goes after 2026.2: use disks",
        ),
    }
