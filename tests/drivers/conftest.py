"""Everything that is kept between these tests goes into one folder, so that typeshed is read once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from virtapi_analyzer.model.diagnostic import DriverReport
from virtapi_analyzer.policy.choice import configured
from virtapi_analyzer.use_cases.driving import examined, prepared

COMPLETE = Path(__file__).parent / "data" / "mistakes" / "untyped" / "complete.py"
"""A driver that does all that 2026.1 asks of every driver, without an annotation."""

Examine = Callable[..., DriverReport]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the cache."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="package", autouse=True)
def cache(kept: Path) -> Iterator[None]:
    """Let every run keep what it learns in that folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VIRTAPI_CACHE", str(kept))
        yield


@pytest.fixture
def examine(tmp_path: Path) -> Examine:
    """Write a driver's files, `complete.py` beside them, and examine it beside 2026.1."""

    def run(files: dict[str, str], **options: object) -> DriverReport:
        folder = tmp_path / "driver"
        for name, text in {"complete.py": COMPLETE.read_text(), **files}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
        configuration, interface = configured("virtapi")
        return examined(prepared(configuration, interface, folder, against=("2026.1",), **options))

    return run
