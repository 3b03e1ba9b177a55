"""What every test may ask for, and how Hypothesis searches."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.shared import ABSENT, REPOSITORY, SHARED

# No deadline: a shared machine is slow at times, and slowness is no counterexample. CI must say the same twice; a
# person's machine may look further each time.
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("person", deadline=None)
settings.load_profile("ci" if "CI" in os.environ else "person")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("network") and os.environ.get("VIRTAPI_OFFLINE"):
        pytest.skip("VIRTAPI_OFFLINE is set: nothing asks the package index")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(ABSENT)
    return SHARED
