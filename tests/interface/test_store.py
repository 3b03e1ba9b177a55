"""What was read of a baseline is kept: it is the same as what would be read, and whatever else stands there is not."""

import hashlib
import os
import pickle
from pathlib import Path

import pytest

from virtapi_analyzer.interface import store
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.model.interface import Interface


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRTAPI_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def interface(repository: Path) -> Interface:
    return read_interface(open_tree("2026.1", package="virtapi", baselines=repository / "baselines"), package="virtapi")


@pytest.fixture
def kept(interface: Interface) -> Path:
    store.know("name", interface, ["virtapi/driver.pyi"])
    (file,) = Path(os.environ["VIRTAPI_CACHE"]).rglob("name")
    return file


def test_what_is_kept_is_what_was_read(interface, kept):
    assert store.known("name") == (interface, ("virtapi/driver.pyi",))


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:-1] + b"x", lambda _: b"", bytes.upper])
def test_what_is_damaged_is_not_taken(kept, damage):
    kept.write_bytes(damage(kept.read_bytes()))
    assert store.known("name") is None


class Harm:
    """What must not happen when the cache is read."""

    def __reduce__(self):
        return os.system, ("exit 1",)


@pytest.mark.parametrize("foreign", [Harm(), Path("/"), store.know, hashlib.sha256])
def test_nothing_is_made_but_the_data_of_the_model(kept, foreign):
    data = pickle.dumps(foreign)
    kept.write_bytes(hashlib.sha256(data).digest() + data)
    assert store.known("name") is None


@pytest.mark.parametrize("inside", ["replace", "dataclass", "Enum", "Mapping", "gone"])
def test_what_a_module_of_the_model_only_imports_is_none_of_it(kept, inside):
    data = f"cvirtapi_analyzer.model.element\n{inside}\n.".encode()
    kept.write_bytes(hashlib.sha256(data).digest() + data)
    assert store.known("name") is None


def test_where_the_cache_cannot_be_written_nothing_is_kept(interface, tmp_path, monkeypatch):
    (tmp_path / "a file").touch()
    monkeypatch.setenv("VIRTAPI_CACHE", str(tmp_path / "a file"))
    store.know("name", interface, [])
    assert store.known("name") is None
