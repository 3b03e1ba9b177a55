"""What holds of the flow of every interface: of random ones, each a few classes that hold each other."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.texts import read
from virtapi_analyzer.compare.flow import flows, reasons
from virtapi_analyzer.model.interface import Flow

HEAD = (
    "T = TypeVar('T')\nclass Box(Generic[T]):\n    def get(self) -> T: ...\n    def put(self, item: T) -> None: ...\n"
)
NAMES = ("A", "B", "C", "D", "E")

types = st.recursive(
    st.sampled_from(NAMES),
    lambda inner: st.one_of(
        st.builds("Sequence[{}]".format, inner),
        st.builds("list[{}]".format, inner),
        st.builds("Box[{}]".format, inner),
        st.builds("Callable[[{}], {}]".format, inner, inner),
        st.builds("{} | None".format, st.sampled_from(NAMES)),
    ),
    max_leaves=3,
)
members = st.one_of(
    st.builds("    def f{{}}(self, a: {}) -> {}: ...".format, types, types),
    st.builds("    a{{}}: {}".format, types),
    st.builds("    a{{}}: Final[{}]".format, types),
    st.builds("    @property\n    def p{{}}(self) -> {}: ...".format, types),
)
bodies = st.lists(members, max_size=2)


def _class(head: str, body: list[str]) -> str:
    return "\n".join([f"{head}:", "    x: int", *(line.format(number) for number, line in enumerate(body))])


@st.composite
def values(draw: st.DrawFn) -> list[str]:
    """Classes that nobody implements, some of them derived from others."""
    texts = []
    for number, name in enumerate(NAMES):
        bases = draw(st.sampled_from(["", *(f"({base})" for base in NAMES[:number])]))
        frozen = draw(st.sampled_from(["", "@dataclass(frozen=True)\n", "@dataclass\n"])) if not bases else ""
        texts.append(_class(f"{frozen}class {name}{bases}", draw(bodies)))
    return texts


def _text(classes: list[str], driver: list[str], host: list[str], *, swapped: bool = False) -> str:
    first, second = ("@host_interface", "@driver_interface") if swapped else ("@driver_interface", "@host_interface")
    return "\n".join([HEAD, *classes, _class(f"{first}\nclass Driver", driver), _class(f"{second}\nclass Host", host)])


@settings(deadline=None, max_examples=30)
@given(classes=values(), driver=bodies, host=bodies, seed=st.integers(0, 99))
def test_the_order_of_modules_and_classes_does_not_matter(
    classes: list[str], driver: list[str], host: list[str], seed: int
) -> None:
    interface = read(_text(classes, driver, host))
    names = list(interface.classes)
    Random(seed).shuffle(names)
    other = replace(
        interface,
        classes={name: interface.classes[name] for name in names},
        roles={name: interface.roles[name] for name in names},
    )
    assert flows(interface) == flows(other)
    assert reasons(interface) == reasons(other)
    assert flows(interface) == flows(read(_text(classes[::-1], driver, host)))


@settings(deadline=None, max_examples=30)
@given(classes=values(), driver=bodies, host=bodies, more=members)
def test_another_member_only_adds_ways(classes: list[str], driver: list[str], host: list[str], more: str) -> None:
    before = flows(read(_text(classes, driver, host)))
    for wider in ([*driver, more], host), (driver, [*host, more]):
        after = flows(read(_text(classes, *wider)))
        assert all(way in after[path] for path, way in before.items())


@settings(deadline=None, max_examples=30)
@given(classes=values(), driver=bodies, host=bodies)
def test_swapped_roles_mirror_every_way(classes: list[str], driver: list[str], host: list[str]) -> None:
    straight = flows(read(_text(classes, driver, host)))
    swapped = flows(read(_text(classes, driver, host, swapped=True)))
    assert swapped == {path: way.mirrored for path, way in straight.items()}


@settings(deadline=None, max_examples=30)
@given(classes=values(), driver=bodies, host=bodies)
def test_every_way_has_its_reason_and_every_reason_its_way(
    classes: list[str], driver: list[str], host: list[str]
) -> None:
    interface = read(_text(classes, driver, host))
    found = flows(interface)
    for (path, way), steps in reasons(interface).items():
        assert way in found[path]
        assert steps[-1].to == path and steps[-1].way is way
        assert interface.roles[steps[0].at.rpartition(".")[0]] or interface.roles.get(steps[0].at)
    for path, way in found.items():
        for sure in (Flow.TO_DRIVER, Flow.TO_HOST):
            assert (sure in way) == ((path, sure) in reasons(interface))
