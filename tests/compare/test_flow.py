"""Which way the values of a data type travel."""

from typing import Any

import pytest

from tests.compare.texts import Sources, read
from virtapi_analyzer.compare.flow import flows, reasons
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
        Flow.TO_DRIVER | Flow.PERHAPS_TO_HOST: "driver, perhaps host",
        Flow.TO_HOST | Flow.PERHAPS_TO_DRIVER: "host, perhaps driver",
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


def test_what_flows_takes_its_bases_and_subclasses_along_and_not_the_other_subclasses_of_its_bases() -> None:
    classes = "class Base: ...\nclass Event(Base): ...\nclass Started(Event): ...\nclass Other(Base): ...\n"
    assert flow(f"{classes}{HOST}    def emit(self, event: Event) -> None: ...") == {
        "Base": "host",
        "Event": "host",
        "Started": "host",
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


def test_what_is_in_a_mutable_field_perhaps_comes_back() -> None:
    text = "@dataclass\nclass Disk:\n    a: A\n    b: Final[B]\n"
    assert flow(f"{text}{DRIVER}    def f(self, disk: Disk) -> None: ...") == {
        "Disk": "driver",
        "A": "driver, perhaps host",
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


@pytest.mark.parametrize(
    ("annotation", "way"),
    [
        ("list[A]", "driver, perhaps host"),
        ("dict[str, list[A]]", "driver, perhaps host"),
        ("list[list[A]]", "driver, perhaps host"),
        ("collections.deque[A]", "driver, perhaps host"),
        ("Mapping[A, int]", "driver, perhaps host"),
        ("Callable[[A], None]", "host"),
        ("Callable[[int], A]", "driver"),
        ("Callable[[Callable[[A], None]], None]", "driver"),
        ("Callable[[list[A]], None]", "host, perhaps driver"),
        ("Callable[[A], A]", "both"),
        ("Callable[..., A] | None", "driver"),
        ("Sequence[Callable[[A], int]]", "host"),
        ("collections.abc.Generator[A, B, None]", "driver"),
        ("collections.abc.Generator[int, A, None]", "host"),
        ("Coroutine[Any, Any, A]", "driver"),
        ("frozenset[A]", "driver"),
    ],
)
def test_callables_turn_and_what_can_be_filled_doubles(annotation: str, way: str) -> None:
    assert flow(f"{DRIVER}    def f(self, a: {annotation}) -> None: ...")["A"] == way


def test_an_alias_of_a_callable_turns_as_the_callable_does() -> None:
    assert flow(f"Told = Callable[[A], None]\n{DRIVER}    def f(self, told: Told) -> None: ...") == {"A": "host"}


GENERICS = "T = TypeVar('T')\nI = TypeVar('I', contravariant=True)\nO = TypeVar('O', covariant=True)\n"


@pytest.mark.parametrize(
    ("body", "way"),
    [
        ("class Box(Generic[T]):\n    def get(self) -> T: ...", "driver"),
        ("class Box(Generic[T]):\n    def put(self, item: T) -> None: ...", "host"),
        ("class Box(Generic[T]):\n    def get(self) -> T: ...\n    def put(self, item: T) -> None: ...", "both"),
        ("class Box(Generic[T]):\n    item: T", "driver, perhaps host"),
        ("@dataclass(frozen=True)\nclass Box(Generic[T]):\n    item: T", "driver"),
        ("class Box(list[T]): ...", "driver, perhaps host"),
        ("class Box(Sequence[T]): ...", "driver"),
        ("class _Base(Generic[T]):\n    def put(self, item: T) -> None: ...\nclass Box(_Base[T]): ...", "host"),
        ("class Box(Generic[T]):\n    def next(self) -> 'Box[T]': ...\n    def get(self) -> T: ...", "driver"),
        ("class Box(Protocol[I]):\n    def put(self, item: I) -> None: ...", "host"),
        ("class Box(Protocol[O]):\n    def get(self) -> O: ...", "driver"),
        ("class Box(Generic[T]): ...", "driver, perhaps host"),
        ("class Box(Generic[I]): ...", "host"),
        ("class Box(Generic[O]): ...", "driver"),
        ("class Box(Generic[T]):\n    def __init__(self, item: T) -> None: ...", "driver"),
    ],
)
def test_a_type_argument_goes_as_the_members_of_the_generic_class_say(body: str, way: str) -> None:
    assert flow(f"{GENERICS}{body}\n{DRIVER}    def f(self, box: Box[A]) -> None: ...")["A"] == way


def test_the_type_argument_of_a_class_with_a_role_goes_as_its_implementer_has_it() -> None:
    text = f"{GENERICS}@host_interface\nclass Store(Generic[T]):\n    def get(self) -> T: ...\n"
    assert flow(f"{text}{DRIVER}    def f(self, store: Store[A]) -> None: ...") == {"A": "driver"}
    assert flow(f"{text}{DRIVER}    def f(self) -> Store[A]: ...") == {"A": "driver"}


def test_the_type_argument_of_a_base_goes_along() -> None:
    assert flow(f"class Disks(list[A]): ...\n{DRIVER}    def f(self) -> Disks: ...") == {
        "Disks": "host",
        "A": "host, perhaps driver",
    }
    text = f"{GENERICS}class Pool(Generic[T]):\n    def take(self) -> T: ...\n"
    assert flow(f"{text}{DRIVER.replace('Driver', 'Driver(Pool[A])')}    x: int\n") == {"A": "host"}


def test_a_type_variable_is_what_it_accepts() -> None:
    assert flow(f"K = TypeVar('K', bound=A)\n{DRIVER}    def f(self, kind: K) -> None: ...") == {"A": "driver"}
    assert flow(f"K = TypeVar('K', A, B)\n{DRIVER}    def f(self) -> K: ...") == {"A": "host", "B": "host"}
    several = "K = TypeVar('K', bound=A)\nL = TypeVar('L', bound=B)\n"
    assert flow(f"{several}{DRIVER}    def f(self, a: Callable[[L], K]) -> None: ...") == {"A": "driver", "B": "host"}


def test_a_new_type_is_what_it_is_made_of() -> None:
    assert flow(f"Known = NewType('Known', A)\n{DRIVER}    def f(self, a: Known) -> None: ...") == {"A": "driver"}


def test_a_literal_of_an_enum_s_member_is_of_the_enum() -> None:
    text = "class Kind(Enum):\n    A = 1\n"
    assert flow(f"{text}{DRIVER}    def f(self, kind: Literal[Kind.A]) -> None: ...") == {"Kind": "driver"}


def test_metadata_goes_nowhere() -> None:
    assert flow(f"{DRIVER}    def f(self, kind: Annotated[A, B()]) -> None: ...") == {"A": "driver"}


def test_a_mere_value_is_perhaps_compared_with_one_that_its_reader_makes() -> None:
    text = "@dataclass(frozen=True)\nclass Size:\n    def exceeds(self, other: 'Size') -> B: ...\n"
    assert flow(f"{text}{DRIVER}    def f(self) -> Size: ...") == {
        "Size": "host, perhaps driver",
        "B": "host, perhaps driver",
    }


def test_the_arguments_of_a_constructor_come_from_where_the_object_comes_from() -> None:
    text = "class Disk:\n    def __init__(self, a: A) -> None: ...\n"
    assert flow(f"{text}{DRIVER}    def f(self, disk: Disk) -> None: ...") == {"Disk": "driver", "A": "driver"}
    text = "class Lost(Exception):\n    def __init__(self, a: A) -> None: ...\n"
    assert flow(f"{text}{DRIVER}    @raises(Lost)\n    def f(self) -> None: ...") == {"Lost": "host", "A": "host"}


def test_an_exception_that_every_method_may_let_out_flows_from_every_implementer() -> None:
    text = "from virtapi.contract import implicit\n@implicit\nclass Down(Exception): ...\n"
    assert flow(f"{text}{DRIVER}    def f(self) -> None: ...") == {"Down": "host"}
    assert flow(f"{text}{HOST}    def f(self) -> None: ...") == {"Down": "driver"}


def test_a_protocol_without_a_role_is_called_by_the_side_that_its_values_flow_to() -> None:
    text = "class Progress(Protocol):\n    def __call__(self, a: A) -> B: ...\n"
    assert flow(f"{text}{DRIVER}    def f(self, progress: Progress) -> None: ...") == {
        "Progress": "driver",
        "A": "host",
        "B": "driver",
    }


def shortest(text: str, name: str, way: Flow) -> list[str]:
    """The steps by which the values of a class go a way."""
    return [f"{step.kind.name} {step.at}" for step in reasons(read(text))[f"pkg.{name}", way]]


def test_the_shortest_reason_is_told() -> None:
    text = "@dataclass(frozen=True)\nclass Deep:\n    x: int\n@dataclass(frozen=True)\nclass Info:\n    deep: Deep\n"
    text += f"{DRIVER}    def a(self) -> Info: ...\n"
    assert shortest(text, "Deep", Flow.TO_HOST) == ["RETURNS pkg.Driver.a", "HOLDS pkg.Info.deep"]
    assert shortest(f"{text}    def b(self) -> Deep: ...\n", "Deep", Flow.TO_HOST) == ["RETURNS pkg.Driver.b"]
