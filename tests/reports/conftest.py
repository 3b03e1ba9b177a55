"""One report that has something of everything."""

import pytest

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.finding import Acceptance, Finding, Level
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.report import Report, Summary

BREAKING, HARMLESS, MAYBE = Severity.BREAKING, Severity.NON_BREAKING, Severity.POTENTIALLY_BREAKING

ADDED = Finding(
    rule="param-added-optional",
    path="virtapi.driver.ComputeDriver.get_info(use_cache)",
    element="virtapi.driver.ComputeDriver.get_info",
    host=HARMLESS,
    driver=BREAKING,
    level=Level.DENY,
    message="an override written for the old version does not accept `use_cache`",
    instead="Add a method beside it that takes the argument, give it a fallback, and let this one go in a cycle.",
    old="def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo",
    new="def get_info(self, call: Call, instance: Instance, /, *, use_cache: bool = True) -> InstanceInfo",
    location=Location(file="stubs/virtapi/virtapi/driver.pyi", line=88),
)
REMOVED = Finding(
    rule="method-removed",
    path="virtapi.driver.ComputeDriver.rename",
    element="virtapi.driver.ComputeDriver.rename",
    host=BREAKING,
    driver=MAYBE,
    level=Level.WARN,
    message="hosts that call it fail; a definition of it in a driver is dead",
    instead=None,
    old="def rename(self, name: str, /) -> None",
    new=None,
    location=Location(file="baselines/2026.2/virtapi/driver.pyi", line=120),
)
NEW = Finding(
    rule="class-added",
    path="virtapi.objects.Disk",
    element="virtapi.objects.Disk",
    host=HARMLESS,
    driver=HARMLESS,
    level=Level.ALLOW,
    message="there is a new class",
    instead=None,
    old=None,
    new="class Disk",
    location=Location(file="stubs/virtapi/virtapi/objects.pyi", line=7),
)
ACCEPTED = Finding(
    rule="raises-added",
    path="virtapi.driver.ComputeDriver.spawn",
    element="virtapi.driver.ComputeDriver.spawn",
    host=BREAKING,
    driver=HARMLESS,
    level=Level.ALLOW,
    message="`ImageUnavailable` may come out of it",
    instead="Raise what is declared already.",
    old="@raises(InstanceExists)",
    new="@raises(InstanceExists, ImageUnavailable)",
    location=Location(file="stubs/virtapi/virtapi/driver.pyi", line=60),
    acceptance=Acceptance(rule="raises-added", path="*.spawn", reason="The host catches it.", expires="2027.1"),
)
WRONG = Finding(
    rule="opaque-type",
    path="virtapi.driver.ComputeDriver.spawn(flavor)",
    element="virtapi.driver.ComputeDriver.spawn",
    host=Severity.EQUIVALENT,
    driver=Severity.EQUIVALENT,
    level=Level.DENY,
    message="the parameter `flavor` is or holds `dict`, which does not say what is in it",
    instead="Make it a data class.",
    old=None,
    new="def spawn(self, flavor: dict, /) -> None",
    location=Location(file="stubs/virtapi/virtapi/driver.pyi", line=60),
    alone=True,
)
UNUSED = Acceptance(rule="class-removed", path="virtapi.objects.*", reason="Moved.", expires=None)


@pytest.fixture
def report() -> Report:
    return Report(
        interface="virtapi",
        old="2026.2",
        new="working tree",
        findings=(REMOVED, ACCEPTED, ADDED, NEW),
        summary=Summary(
            breaking_drivers=1,
            breaking_hosts=2,
            potentially_breaking=0,
            harmless=1,
            denied=1,
            warned=1,
            accepted=1,
        ),
        release="2027.1",
        stale=((UNUSED, "it covers no finding: delete it"),),
        skipped=("virtapi/_old.py",),
    )


@pytest.fixture
def faulty() -> Report:
    """A first release, which there is nothing to compare with."""
    return Report(
        interface="virtapi",
        old=None,
        new="working tree",
        findings=(WRONG,),
        summary=Summary(
            breaking_drivers=0,
            breaking_hosts=0,
            potentially_breaking=0,
            harmless=0,
            denied=1,
            warned=0,
            accepted=0,
            faults=1,
        ),
    )
