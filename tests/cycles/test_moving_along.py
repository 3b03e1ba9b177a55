"""The drivers of the newest release serve hosts of the release before, and hosts that call what goes away."""

import ast
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.memory_driver.given import NOTHING, from_image, hardware
from tests.memory_driver.ready import a_ready_world
from tests.memory_driver.world import World, a_world
from virtapi.objects.boot import BootPlan, EvacuationPlan, Shutdown
from virtapi.objects.power import PowerState
from virtapi_analyzer.cli import main

BOTH = {"2026.1": "ok", "2026.2": "ok"}


@pytest.fixture
def world() -> World:
    return a_world()


def test_a_host_that_attaches_one_volume_at_a_time_is_served(world: World) -> None:
    a_ready_world("attach_volume", world)
    for volume in (world.volume, world.third_volume):
        world.driver.attach_volume(world.call, world.instance, volume)
    assert world.guest.volumes == [world.volume, world.third_volume]


@pytest.mark.parametrize("keep_disks", [True, False])
def test_a_host_that_says_whether_disks_are_kept_is_served(world: World, keep_disks: bool) -> None:
    world.machine.storage.roots[world.instance.uuid] = b"old"
    plan = EvacuationPlan(boot=BootPlan(), keep_disks=keep_disks)
    world.driver.evacuate(world.call, world.instance, plan, **hardware(disks=from_image()))
    assert (world.machine.storage.roots[world.instance.uuid] == b"old") is keep_disks


def test_a_host_that_does_not_say_why_a_guest_is_shut_down_is_served(world: World) -> None:
    world.driver.spawn(world.call, world.instance, BootPlan(), **NOTHING)
    world.driver.power_off(world.call, world.instance, Shutdown())
    assert world.driver.get_info(world.call, world.instance).state is PowerState.SHUT_DOWN


@pytest.fixture
def alone(repository: Path, tmp_path: Path) -> Path:
    """The modules of the driver in memory for two releases, without its tests and what only the newest release has."""
    home = Path("tests", "memory_driver")
    left, copied = ["driver"], set[str]()
    (tmp_path / home).mkdir(parents=True)
    while left:
        name = left.pop()
        if name not in copied:
            copied.add(name)
            file = shutil.copy(repository / home / f"{name}.py", tmp_path / home)
            left += imported(Path(file).read_text(encoding="utf-8"))
    return tmp_path / home


def imported(text: str) -> list[str]:
    names = [node.module or "" for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
    return [name.removeprefix("tests.memory_driver.") for name in names if name.startswith("tests.memory_driver.")]


@pytest.mark.slow
def test_the_driver_in_memory_serves_the_newest_release_and_the_one_before(
    alone: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    report = examined(alone, capsys, monkeypatch, tmp_path)
    assert report["verdict"] == BOTH
    assert {(each["release"], each["rule"]) for each in report["diagnostics"]} == {
        ("2026.1", "override-dead"),
        ("2026.2", "deadline-use"),
    }


@pytest.mark.slow
def test_the_reference_driver_serves_the_newest_release_and_the_one_before(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    report = examined(repository / "reference_driver", capsys, monkeypatch, tmp_path)
    assert (report["verdict"], report["diagnostics"]) == (BOTH, [])


def examined(
    driver: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, cache: Path
) -> dict[str, Any]:
    monkeypatch.setenv("VIRTAPI_CACHE", str(cache / "cache"))
    against = [part for release in BOTH for part in ("--against", release)]
    assert main(["driver", str(driver), *against, "--format", "json"]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report
