"""A driver on libvirt's own test hypervisor, which keeps its guests in the memory of this process and runs none."""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.memory_driver.host import MemoryCall, MemoryHost
from tests.reference_driver.given import DATA, NODE, an_image

if TYPE_CHECKING:
    import libvirt

    from virtapi_libvirt.driver import LibvirtDriver
    from virtapi_libvirt.options import LibvirtOptions

URI = "test:///default"
ABSENT = "libvirt-python is not installed: the reference driver is not tested"


class Absent(pytest.Module):
    """A file of tests that cannot even be imported."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        pytest.skip(ABSENT, allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Skip every file of this folder where libvirt is absent, and say so."""
    return Absent.from_parent(parent, path=module_path) if find_spec("libvirt") is None else None


@pytest.fixture
def call() -> MemoryCall:
    """A call that nobody cancels."""
    return MemoryCall()


@pytest.fixture
def host() -> MemoryHost:
    """A host that has one image."""
    return MemoryHost(images={an_image().id: DATA})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The driver's folder."""
    return tmp_path / "driver"


@pytest.fixture
def hypervisor() -> Iterator["libvirt.virConnect"]:
    """The test hypervisor as others see it. What is in it lasts as long as anybody is connected."""
    import libvirt

    connection = libvirt.open(URI)
    yield connection
    for domain in connection.listAllDomains():
        if domain.name() != "test":
            if domain.isActive():
                domain.destroy()
            domain.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)
    connection.close()


@pytest.fixture
def options(folder: Path) -> "LibvirtOptions":
    """Options for the test hypervisor."""
    from virtapi_libvirt.options import LibvirtOptions

    return LibvirtOptions(uri=URI, folder=str(folder), node=NODE)


@pytest.fixture
def driver(
    hypervisor: "libvirt.virConnect", host: MemoryHost, options: "LibvirtOptions", call: MemoryCall
) -> Iterator["LibvirtDriver"]:
    """A driver that is started."""
    from virtapi_libvirt.driver import LibvirtDriver

    driver = LibvirtDriver(host, options)
    driver.start(call)
    yield driver
    driver.stop(call)
