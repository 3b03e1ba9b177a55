"""What of one interface is judged by itself."""

import pytest

from tests.compare.texts import Sources, read
from virtapi_analyzer.compare.surface import parts
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.part import AnyPart, AttributePart, ClassPart, MethodPart, TypePart

DRIVER = "@driver_interface\nclass Driver:\n"
HOST = "@host_interface\nclass Host:\n"


def of(kind: type[AnyPart], sources: Sources, **asked: tuple[str, ...]) -> dict[str, AnyPart]:
    found = (part for part in parts(read(sources, **asked)) if isinstance(part, kind))
    return {part.path.removeprefix("pkg."): part for part in found}


def test_only_an_interface_that_declares_roles_itself_is_asked() -> None:
    undeclared = "class Driver:\n    def pause(self): ..."
    assert list(parts(read(undeclared))) == []
    assert list(parts(read(undeclared, driver_interfaces=("pkg.Driver",)))) == []
    assert list(parts(read(f"{DRIVER}    def pause(self): ...")))


def test_a_role_that_is_only_configured_beside_declared_ones_does_not_count() -> None:
    found = of(ClassPart, f"{DRIVER}    ...\nclass Other: ...", driver_interfaces=("pkg.Other",))
    assert [found[name].role is not None for name in ("Driver", "Other")] == [True, False]


def test_the_classes_above_and_below_a_role_have_it_too() -> None:
    found = of(ClassPart, "class Base: ...\n@driver_interface\nclass Driver(Base): ...\nclass Better(Driver): ...")
    assert all(part.role is not None for part in found.values()), found


def test_a_member_is_a_part_of_the_class_that_defines_it_and_private_ones_are_none() -> None:
    found = of(MethodPart, f"{DRIVER}    def pause(self): ...\n    def _own(self): ...\nclass Better(Driver): ...")
    assert list(found) == ["Driver.pause"]


def test_what_is_reached_is_what_passes_between_the_sides() -> None:
    text = (
        "@dataclass(frozen=True)\nclass Inner:\n    size: int\n"
        "@dataclass(frozen=True)\nclass Plan:\n    inner: Inner\n"
        "@dataclass(frozen=True)\nclass Special(Plan):\n    more: int\n"
        "@dataclass(frozen=True)\nclass Unused:\n    size: int\n"
        f"{DRIVER}    def spawn(self, plan: Plan, /) -> None: ...\n"
    )
    found = of(TypePart, text)
    assert {path for path, part in found.items() if part.reached} == {
        "Driver.spawn",
        "Driver.spawn(plan)",
        "Inner.size",
        "Plan.inner",
        "Special.more",
    }


def test_a_class_that_no_module_exports_is_reached_like_others() -> None:
    files = {
        "__init__.pyi": "from pkg._own import Info\nfrom virtapi.contract import driver_interface\n"
        "@driver_interface\nclass Driver:\n    def get_info(self) -> Info: ...",
        "_own.pyi": "class Info:\n    size: int",
    }
    found = of(TypePart, files)
    assert found["_own.Info.size"].reached
    assert found["Driver.get_info"].hidden == ("pkg._own.Info",)


def test_what_a_module_that_nobody_asked_for_exports_can_be_named() -> None:
    start = "from virtapi.contract import driver_interface\n@driver_interface\nclass Driver:\n"
    files = {
        "__init__.pyi": "",
        "driver.pyi": f"from pkg.objects import Info\nfrom pkg._own import Secret\n{start}"
        "    def get_info(self) -> Info: ...\n    def get_secret(self) -> Secret: ...",
        "objects.pyi": "class Info: ...",
        "_own.pyi": "class Secret: ...",
    }
    found = of(TypePart, files, modules=("pkg.driver",))
    assert found["driver.Driver.get_info"].hidden == ()
    assert found["driver.Driver.get_secret"].hidden == ("pkg._own.Secret",)


@pytest.mark.parametrize(
    ("text", "path", "flow"),
    [
        (f"{DRIVER}    def f(self, a: str, /) -> str: ...", "Driver.f(a)", Flow.TO_DRIVER),
        (f"{DRIVER}    def f(self, a: str, /) -> str: ...", "Driver.f", Flow.TO_HOST),
        (f"{HOST}    def f(self, a: str, /) -> str: ...", "Host.f(a)", Flow.TO_HOST),
        (f"{HOST}    def f(self, a: str, /) -> str: ...", "Host.f", Flow.TO_DRIVER),
        (f"{DRIVER}    KINDS: ClassVar[str]", "Driver.KINDS", Flow.TO_HOST),
        ("@driver_interface\n@dataclass(frozen=True)\nclass Driver:\n    a: str", "Driver.a", Flow.TO_DRIVER),
        (f"{HOST}    @property\n    def a(self) -> str: ...", "Host.a", Flow.TO_DRIVER),
    ],
)
def test_a_type_flows_as_its_place_says(text: str, path: str, flow: Flow) -> None:
    assert of(TypePart, text)[path].flow is flow


def test_a_function_that_is_the_body_of_a_method_is_found_by_its_name() -> None:
    text = (
        "from virtapi.contract import default_for\n"
        f"{DRIVER}    def pause(self): ...\n    def stop(self): ...\n"
        '@default_for("Driver.pause")\ndef pause(driver: Driver): ...'
    )
    found = of(MethodPart, text)
    assert [found[path].given for path in ("Driver.pause", "Driver.stop")] == [True, False]


def test_what_overrides_something_documented_is_documented_above() -> None:
    text = (
        'class Root:\n    MESSAGE: ClassVar[str] = "a"\n    """What is said."""\n'
        'class Middle(Root):\n    MESSAGE: ClassVar[str] = "b"\n'
        f'class Leaf(Middle):\n    MESSAGE: ClassVar[str] = "c"\n{DRIVER}    ...'
    )
    found = of(AttributePart, text)
    above = {path: part.documented_above for path, part in found.items()}
    assert above == {"Root.MESSAGE": False, "Middle.MESSAGE": True, "Leaf.MESSAGE": True}
