"""Which releases stand for the drivers and the hosts of the record, and where their files are."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.history.releases import MAJORS
from virtapi_analyzer.interface.cache import cache_folder
from virtapi_analyzer.interface.sources import open_tree

DATA = Path(__file__).parent / "data"

PACKAGES = {"compute-hyperv": "compute_hyperv", "nova-lxd": "nova.virt.lxd"}

RELEASED = {
    ("compute-hyperv", "origin/stable/queens"): "7.0.0",
    ("compute-hyperv", "origin/stable/rocky"): "8.0.0",
    ("compute-hyperv", "origin/stable/ussuri"): "11.0.0",
    ("compute-hyperv", "origin/stable/victoria"): "12.0.0",
    ("compute-hyperv", "origin/master"): "13.0.0",
    ("nova-lxd", "13.3.0"): "13.3.0",
    ("nova-lxd", "14.0.0"): "14.0.0",
    ("nova-lxd", "origin/stable/ocata"): "15.0.2",
    ("nova-lxd", "origin/stable/pike"): "16.0.0",
    ("nova-lxd", "origin/stable/queens"): "17.0.1",
    ("nova-lxd", "origin/stable/rocky"): "18.0.1",
    ("nova-lxd", "origin/stable/stein"): "19.0.0",
}
"""The release of a driver that stands for a branch of it: the last of the cycle that the package index has."""

OLDEST = "15.1.5"
"""The release that is looked at beside each, so that an override of what went is known from a method of one's own."""

SMALL = {("17.0.0", "detach_volume"): "17.0.0"}
"""Rows of a release that the index lacks and whose nearest patch is another one there: a small host takes its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A release of the host as a source, the one beside it that has what went, and what the page calls it."""

    label: str
    source: str
    before: str


@cache
def host_of(release: str, method: str) -> Host:
    """The release that stands for a recorded one: itself, the nearest patch that the index has, or a small one."""
    small = DATA / f"nova-{release}"
    nearest = next((known for known in MAJORS if known.partition(".")[0] == release.partition(".")[0]), None)
    if nearest is None or (release, method) in SMALL:
        before = DATA / f"nova-before-{release}"
        return Host(label=f"small {release}", source=str(small), before=str(before) if before.is_dir() else "")
    return Host(label=nearest, source=f"pypi:nova=={nearest}", before=f"pypi:nova=={OLDEST}")


@cache
def driver_files(driver: str, version: str) -> Path:
    """The folder with the files of a released driver; fetched from the package index where it is not there yet."""
    folder = cache_folder() / "replay" / f"{driver}-{version}"
    tree = open_tree(f"pypi:{driver}=={version}", package=PACKAGES[driver])
    for name in sorted(tree.files):
        file = folder / name
        content = tree.read(name)
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return folder
