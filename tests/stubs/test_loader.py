"""A host finds a driver, or is told in one line why not; what ends with the next release is warned of."""

import sys
import warnings
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, ClassVar
from uuid import UUID

import pytest
from annotated_types import Ge

from tests.memory_driver.driver import MemoryDriver
from tests.memory_driver.host import MemoryHost
from virtapi import loader
from virtapi.capabilities.power import Pausable
from virtapi.contract import superseded
from virtapi.driver import ComputeDriver, DriverOptions
from virtapi.loader import DriverWarning, LoadError, fill_options, find_driver, load_driver
from virtapi.units import ImageId, Seconds
from virtapi.values import Secret

HERE = "tests.memory_driver.driver:MemoryDriver"


class Size(Enum):
    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(DriverOptions):
    size: Size = Size.SMALL
    patience: Annotated[Seconds, Ge(0)] | None = None
    image: ImageId | None = None
    key: Secret | None = None
    names: frozenset[str] = frozenset()
    place: str


class Optioned(MemoryDriver):
    OPTIONS: ClassVar[type[DriverOptions]] = Options


def test_a_driver_is_found_by_its_class_and_made() -> None:
    assert isinstance(load_driver(HERE, MemoryHost(), {}), MemoryDriver)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Leave what installations of drivers leave: their entry points."""

    def install(**entries: str) -> None:
        for number, (name, value) in enumerate(entries.items()):
            metadata = tmp_path / f"a{number}-1.dist-info"
            metadata.mkdir()
            metadata.joinpath("METADATA").write_text(f"Metadata-Version: 2.1\nName: a{number}\nVersion: 1\n")
            metadata.joinpath("entry_points.txt").write_text(f"[{loader.GROUP}]\n{name.rstrip('_')} = {value}\n")
        monkeypatch.setattr(sys, "path", [str(tmp_path), *(each for each in sys.path if "site-packages" not in each)])

    return install


def test_a_driver_is_found_by_its_entry_point(installed: Any) -> None:
    installed(memory=HERE)
    assert find_driver("memory") is MemoryDriver


@pytest.mark.parametrize(
    ("entries", "name", "said"),
    [
        ({}, "memory", "no driver is installed as memory: no driver is installed; a class is named as module:Class"),
        ({"a": HERE, "b": HERE}, "memory", "no driver is installed as memory: installed are a, b;"),
        ({"a": HERE, "a_": "b:C"}, "a", f"several drivers are installed as a: name one of b:C, {HERE}"),
        ({"a": "nowhere:C"}, "a", "a cannot be imported: ModuleNotFoundError: No module named 'nowhere'"),
        ({}, "tests.memory_driver.driver:Nobody", "cannot be imported: AttributeError: "),
        ({}, "virtapi.driver:DriverOptions", "is no driver: it does not derive from ComputeDriver"),
        (
            {},
            "virtapi.driver:ComputeDriver",
            "does not say for which releases of hosts it was written: RELEASES is None",
        ),
    ],
)
def test_what_is_in_the_way_is_said_in_one_line(installed: Any, entries: Any, name: str, said: str) -> None:
    installed(**entries)
    with pytest.raises(LoadError) as raised:
        find_driver(name)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def found(driver: type[Any], monkeypatch: pytest.MonkeyPatch, **options: str) -> type[ComputeDriver]:
    monkeypatch.setattr(sys.modules[__name__], "Found", driver, raising=False)
    return find_driver(f"{__name__}:Found", **options)


def written_for(*releases: Any) -> type[Any]:
    return type("Written", (MemoryDriver,), {"RELEASES": releases})


@pytest.mark.parametrize(
    ("host", "releases", "fits"),
    [
        ("2027.1", ("2027.1", "2027.1"), True),
        ("2027.1", ("2026.1", "2026.2"), True),
        ("2027.1", ("2026.1", "2026.1"), False),
        ("2027.1", ("2027.2", "2027.2"), False),
        ("2026.2", ("2026.2", "2027.1"), True),
        ("2026.2", ("2026.1", "2026.1"), True),
        ("2026.1", ("2026.2", "2026.2"), False),
        ("2027.1.3", ("2026.2.1", "2026.2.2"), True),
    ],
)
def test_a_host_takes_drivers_for_its_release_and_the_one_before(
    host: str, releases: tuple[str, str], fits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "RELEASES", ("2026.1", "2026.2", "2026.2.1", "2027.1"))
    driver = written_for(*releases)
    if fits:
        assert found(driver, monkeypatch, release=host) is driver
    else:
        with pytest.raises(
            LoadError, match=r"was written for hosts of 2\S+( to \S+)?, and this host takes drivers for"
        ):
            found(driver, monkeypatch, release=host)


@pytest.mark.parametrize(
    "releases", [(), ("2026.1",), ("2026.1", "soon"), (2026, 2027), ("2026.1", "2026.2", "2027.1")]
)
def test_releases_that_are_none_are_refused(releases: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LoadError, match="does not say for which releases of hosts it was written"):
        found(written_for(*releases), monkeypatch)


def test_a_range_the_wrong_way_round_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LoadError, match="which is no range"):
        found(written_for("2026.2", "2026.1"), monkeypatch)


def test_a_driver_that_lacks_a_method_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lacking(ComputeDriver):
        RELEASES = ("2026.1", "2026.1")

    with pytest.raises(LoadError, match=r"is incomplete: it lacks __init__, destroy, get_info, "):
        found(Lacking, monkeypatch)


def test_options_are_filled_with_what_a_file_of_settings_has() -> None:
    image = "00000000-0000-0000-0000-000000000001"
    given = {"size": "large", "patience": 5, "image": image, "key": "hush", "names": ["a", "b"], "place": "here"}
    assert fill_options(Optioned, given) == Options(
        size=Size.LARGE,
        patience=Seconds(5),
        image=ImageId(UUID(image)),
        key=Secret("hush"),
        names=frozenset({"a", "b"}),
        place="here",
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Optioned needs the option 'place': set it"),
        ({"place": "a", "sise": 1}, "Optioned has no option 'sise': it has image, key, names, patience, place, size"),
        ({"place": 5}, "the option 'place' of Optioned is 5: expected text"),
        ({"place": "a", "patience": -1}, "the option 'patience' of Optioned is -1: expected >= 0"),
        (
            {"place": "a", "size": "huge"},
            "the option 'size' of Optioned is 'huge': expected one of Size (SMALL, LARGE)",
        ),
        ({"place": "a", "image": "b"}, "the option 'image' of Optioned is 'b': expected a UUID or None"),
        ({"place": "a", "key": ["hush"]}, "the option 'key' of Optioned is a list that is not shown"),
    ],
)
def test_an_option_that_does_not_fit_is_named_in_one_line(given: dict[str, object], said: str) -> None:
    with pytest.raises(LoadError) as raised:
        fill_options(Optioned, given)
    assert str(raised.value).startswith(said)
    assert "hush" not in str(raised.value)


def test_a_driver_without_options_takes_none() -> None:
    class Plain(MemoryDriver):
        OPTIONS = DriverOptions

    with pytest.raises(LoadError, match="Plain has no option 'a': it has none"):
        fill_options(Plain, {"a": 1})


@pytest.fixture
def pair(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `Pausable.pause` be superseded by `Pausable.unpause`, both of which a driver may leave out."""
    old = superseded(by="unpause", since="2026.1")(lambda self: None)
    new: Any = lambda self: None  # noqa: E731 - a method without a name of its own
    monkeypatch.setattr(Pausable, "pause", old)
    monkeypatch.setattr(Pausable, "unpause", new)


Methods = dict[str, Any]
HAS: Any = lambda self: None  # noqa: E731


@pytest.mark.parametrize(
    ("methods", "said"),
    [
        ({"pause": HAS}, ["it implements Pausable.pause, which goes away, and not unpause, which takes its place"]),
        ({"unpause": HAS}, []),
        ({"pause": HAS, "unpause": HAS}, []),
    ],
)
@pytest.mark.usefixtures("pair")
def test_a_driver_that_lives_off_a_fallback_is_warned_of(
    methods: Methods, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = complete(methods)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found(driver, monkeypatch)
    prefix = f"{__name__}:Found has to change before the next release of virtapi: "
    assert [str(each.message) for each in caught if each.category is DriverWarning] == [prefix + each for each in said]


@pytest.mark.usefixtures("pair")
def test_a_driver_that_has_neither_of_a_pair_is_incomplete(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LoadError, match=r"is incomplete: it lacks unpause \(or pause\)"):
        found(complete({}), monkeypatch)


def complete(methods: Methods) -> type[Any]:
    """A driver that has everything that a driver must have, and is able to pause as `methods` say."""
    needed = dict.fromkeys(ComputeDriver.__abstractmethods__, HAS)
    releases = {"RELEASES": ("2026.1", "2026.1")}
    # What a class of a mock lacks is made complete by hand: the two methods are abstract in this release.
    made: Any = type("Complete", (ComputeDriver, Pausable), {**releases, **needed, **methods})
    made.__abstractmethods__ = frozenset()
    return made  # type: ignore[no-any-return]
