"""Which way the values of a data type travel."""

from typing import Any

import pytest

from tests.compare.texts import Sources, read
from virtapi_analyzer.compare.flow import flows
from virtapi_analyzer.compare.pairs import compare
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.pair import ClassPair

DRIVER = "@driver_interface\nclass Driver:\n"
HOST = "@host_interface\nclass Host:\n"


def flow(text: str, **asked: Any) -> dict[str, str]:
    """Where the values of each class go, beside the classes A and B."""
    interface = read(f"class A: ...\nclass B: ...\n{text}", **asked)
    named = {
        Flow.TO_DRIVER: "driver",
        Flow.TO_HOST: "host",
        Flow.TO_DRIVER | Flow.TO_HOST: "both",
    }
    return {path.removeprefix("pkg."): named[found] for path, found in flows(interface).items() if found}


def test_a_parameter_of_what_drivers_implement_goes_to_the_driver_and_a_return_to_the_host() -> None:
    assert flow(f"{DRIVER}    def f(self, a: A) -> B: ...") == {"A": "driver", "B": "host"}


def test_a_parameter_of_what_the_host_implements_goes_to_the_host_and_a_return_to_the_driver() -> None:
    assert flow(f"{HOST}    def f(self, a: A) -> B: ...") == {"A": "host", "B": "driver"}


def test_what_goes_both_ways_goes_both_ways() -> None:
    assert flow(f"{DRIVER}    def f(self, a: A) -> A: ...") == {"A": "both"}
    assert flow(f"{DRIVER}    def f(self, a: A) -> None: ...\n{HOST}    def g(self, a: A) -> None: ...") == {
        "A": "both"
    }


def test_what_no_class_with_a_role_reaches_goes_nowhere() -> None:
    assert flow("def f(a: A) -> B: ...\nclass C:\n    def f(self, a: A) -> B: ...") == {}


@pytest.mark.parametrize(
    "annotation",
    [
        "'A'",
        "Optional[A]",
        "Sequence[A]",
        "Mapping[str, A]",
        "tuple[int, A]",
        "type[A]",
        "A | None",
        "_Alias",
        "Annotated[A, 1]",
    ],
)
def test_what_is_inside_a_type_goes_where_it_goes(annotation: str) -> None:
    assert flow(f"_Alias = Sequence[A]\n{DRIVER}    def f(self, a: {annotation}) -> None: ...") == {"A": "driver"}


def test_a_coroutine_gives_the_host_what_it_is_awaited_for() -> None:
    assert flow(f"{DRIVER}    async def f(self, a: A) -> B: ...") == {"A": "driver", "B": "host"}
    assert flow(f"{DRIVER}    def f(self, a: A) -> Coroutine[Any, Any, B]: ...") == {"A": "driver", "B": "host"}


def test_what_flows_takes_its_bases_and_subclasses_along() -> None:
    classes = "class Base: ...\nclass Event(Base): ...\nclass Started(Event): ...\nclass Other(Base): ...\n"
    assert flow(f"{classes}{HOST}    def emit(self, event: Event) -> None: ...") == {
        "Base": "host",
        "Event": "host",
        "Started": "host",
        "Other": "host",
    }


def test_exceptions_flow_from_who_raises_to_who_catches_their_subclasses_too() -> None:
    classes = "class Lost(Exception): ...\nclass Gone(Lost): ...\n"
    assert flow(f"{classes}{DRIVER}    @raises(Lost)\n    def f(self) -> None: ...") == {"Lost": "host", "Gone": "host"}
    assert flow(f"{classes}{HOST}    @raises(Lost)\n    def f(self) -> None: ...") == {
        "Lost": "driver",
        "Gone": "driver",
    }


def test_documented_exceptions_flow_like_declared_ones() -> None:
    text = f'class Lost(Exception): ...\n{DRIVER}    def f(self) -> None:\n        """Do it.\n\n        :raises Lost: it is.\n        """\n'
    assert flow(text) == {"Lost": "host"}


@pytest.mark.parametrize("member", ["a: ClassVar[A]", "a: Final[A]", "@property\n    def a(self) -> A: ..."])
def test_a_property_classvar_or_final_of_a_class_with_a_role_flows_as_a_return(member: str) -> None:
    assert flow(f"{DRIVER}    {member}\n") == {"A": "host"}
    assert flow(f"{HOST}    {member}\n") == {"A": "driver"}


@pytest.mark.parametrize(
    "member",
    ["a: A", "@property\n    def a(self) -> A: ...\n    @a.setter\n    def a(self, value: A) -> None: ..."],
)
def test_a_mutable_attribute_of_a_class_with_a_role_goes_both_ways(member: str) -> None:
    assert flow(f"{DRIVER}    {member}\n") == {"A": "both"}


def test_a_field_goes_where_its_object_goes() -> None:
    text = "@dataclass(frozen=True)\nclass Disk:\n    a: A\n"
    assert flow(f"{text}{DRIVER}    def f(self, disk: Disk) -> None: ...") == {"Disk": "driver", "A": "driver"}
    assert flow(f"{text}{DRIVER}    def f(self) -> Disk: ...") == {"Disk": "host", "A": "host"}
    assert flow(f"class Disk(NamedTuple):\n    a: A\n{DRIVER}    def f(self) -> Disk: ...") == {
        "Disk": "host",
        "A": "host",
    }


def test_a_mutable_field_goes_both_ways() -> None:
    text = "@dataclass\nclass Disk:\n    a: A\n    b: Final[B]\n"
    assert flow(f"{text}{DRIVER}    def f(self, disk: Disk) -> None: ...") == {
        "Disk": "driver",
        "A": "both",
        "B": "driver",
    }


def test_a_receiver_writes_no_key_of_a_typed_dict() -> None:
    text = "class Options(TypedDict):\n    a: A\n"
    assert flow(f"{text}{DRIVER}    def f(self, options: Options) -> None: ...") == {"Options": "driver", "A": "driver"}
    assert flow(f"{text}{DRIVER}    def f(self, **options: Unpack[Options]) -> None: ...") == {"A": "driver"}


def test_a_class_without_a_role_is_implemented_by_the_side_that_its_values_flow_from() -> None:
    text = "class Report:\n    def tell(self, a: A) -> B: ...\n"
    assert flow(f"{text}{DRIVER}    def f(self, report: Report) -> None: ...") == {
        "Report": "driver",
        "A": "host",
        "B": "driver",
    }


def test_reaching_a_class_with_a_role_does_not_change_its_role() -> None:
    text = "@host_interface\nclass Report:\n    def tell(self, a: A) -> B: ...\n"
    assert flow(f"{text}{DRIVER}    def f(self) -> Report: ...") == {"A": "host", "B": "driver"}


def test_a_data_class_that_drivers_implement_is_constructed_by_the_host() -> None:
    assert flow("@driver_interface\n@dataclass(frozen=True)\nclass Disk:\n    a: A\n") == {"A": "driver"}


def test_what_a_base_defines_flows_as_its_subclass_with_a_role_has_it() -> None:
    assert flow(
        f"class Base:\n    def f(self, a: A) -> B: ...\n{DRIVER.replace('Driver', 'Driver(Base)')}    x: int\n"
    ) == {
        "A": "driver",
        "B": "host",
    }


def test_a_role_may_be_given_by_a_pattern() -> None:
    text = "class Driver:\n    def f(self, a: A) -> B: ...\n"
    assert flow(text, driver_interfaces=("pkg.Dri*",)) == {"A": "driver", "B": "host"}
    assert flow(text, host_interfaces=("*.Driver",)) == {"A": "host", "B": "driver"}


def test_types_that_hold_each_other_end() -> None:
    text = "@dataclass(frozen=True)\nclass Node:\n    below: 'Sequence[Node]'\n    up: 'Optional[Leaf]'\n"
    text += "@dataclass(frozen=True)\nclass Leaf:\n    node: Node\n"
    assert flow(f"{text}{DRIVER}    def f(self) -> Node: ...") == {"Node": "host", "Leaf": "host"}


def test_a_pair_has_the_flow_of_both_sides_together() -> None:
    old: Sources = f"class A: ...\n{DRIVER}    def f(self, a: A) -> None: ...\n"
    new: Sources = f"class A: ...\n{DRIVER}    def f(self) -> A: ...\n"
    pairs = [pair for pair in compare(read(old), read(new)) if isinstance(pair, ClassPair)]
    assert {pair.path: pair.flow for pair in pairs}["pkg.A"] == Flow.TO_DRIVER | Flow.TO_HOST
