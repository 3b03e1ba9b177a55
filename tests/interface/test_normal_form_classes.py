"""A small class, spelled in two ways at random: nothing is told."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.texts import read, told
from virtapi_analyzer.model.element import Attribute, Class, Function, Type

SPELLINGS = {
    "int or nothing": ("Optional[int]", "int | None", "Union[None, int]", "'int | None'", "Annotated[int | None, 'x']"),
    "images": ("list[Image]", "List['Image']", "typing.List[Image]", "_Images"),
    "text by name": ("dict[str, str]", "Dict[str, Name]", "'typing.Dict[Name, str]'", "_Texts"),
    "one of two": ("Literal['a', 'b']", "Literal['b', 'a']", "typing.Literal['a'] | Literal['b']"),
    "a call": ("Callable[[int], None]", "typing.Callable[[int], None]", "collections.abc.Callable[['int'], None]"),
}
DEFAULTS = {
    "nothing": ("None",),
    "ten": ("10", "0xA", "_TEN"),
    "a text": ("'a'", '"a"', "_A"),
    "unknown": ("...", "10"),
}
AROUND = "class Image: ...\nName = str\n_Images = List[Image]\n_Texts = Dict[str, str]\n_TEN = 10\n_A: Final = 'a'\n"


@st.composite
def spelled_twice(draw: st.DrawFn) -> tuple[str, str]:
    bodies: list[tuple[str, str]] = []
    for name in draw(st.lists(st.sampled_from("fghxyz"), unique=True, min_size=1, max_size=4)):
        make = method if name < "x" else attribute
        bodies.append(draw(make(name)))
    order = draw(st.permutations(range(len(bodies))))
    head = f"{AROUND}@driver_interface\nclass Driver:\n"
    return (
        head + "".join(one for one, _ in bodies),
        head.replace("Driver:", draw(st.sampled_from(["Driver:", "Driver(object):"])))
        + "".join(bodies[index][1] for index in order),
    )


@st.composite
def method(draw: st.DrawFn, name: str) -> tuple[str, str]:
    one, other = ["self"], [draw(st.sampled_from(["self", "this"]))]
    optional = False
    for argument in draw(st.lists(st.sampled_from("abc"), unique=True, max_size=3)):
        first, second = draw(annotation())
        optional = optional or draw(st.booleans())
        before, after = draw(default()) if optional else ("", "")
        one.append(f"{argument}: {first}{before}")
        other.append(f"{argument}: {second}{after}")
    returns = draw(annotation())
    if len(one) > 1 and draw(st.booleans()):
        one, other = [*one, "/"], [*(text.replace(":", "_:", 1) for text in other), "/"]
    if draw(st.booleans()):
        one, other = [*one, "*args: int"], [*other, "*rest: int"]
    asynchronous = draw(st.booleans())
    prefix, wrapped = ("async ", f"Coroutine[Any, Any, {returns[1]}]") if asynchronous else ("", returns[1])
    return (
        f"    {prefix}def {name}({', '.join(one)}) -> {returns[0]}: ...\n",
        f"    def {name}({', '.join(other)}) -> {wrapped}:\n        '''Documented.'''\n",
    )


@st.composite
def attribute(draw: st.DrawFn, name: str) -> tuple[str, str]:
    one, other = draw(annotation())
    return f"    {name}: {one}\n", f"    {name}: {other}\n"


@st.composite
def annotation(draw: st.DrawFn) -> tuple[str, str]:
    spellings = st.sampled_from(SPELLINGS[draw(st.sampled_from(sorted(SPELLINGS)))])
    return draw(spellings), draw(spellings)


@st.composite
def default(draw: st.DrawFn) -> tuple[str, str]:
    spellings = st.sampled_from(DEFAULTS[draw(st.sampled_from(sorted(DEFAULTS)))])
    return f" = {draw(spellings)}", f" = {draw(spellings)}"


@settings(max_examples=150)
@given(texts=spelled_twice())
def test_respelling_a_class_is_silent(texts: tuple[str, str]) -> None:
    one, other = texts
    assert told(one, other) == []
    assert told(other, one) == []
    assert normal_types(one) == normal_types(other)


def normal_types(text: str) -> list[tuple[str, object]]:
    driver = read(text).classes["pkg.Driver"]
    return sorted((name, normal(member.element)) for name, member in driver.members.items())


def normal(element: object) -> object:
    match element:
        case Function(signature=signature):
            return [of(signature.returns), *(of(parameter.type) for parameter in signature.parameters)]
        case Attribute(type=type_):
            return of(type_)
        case _:
            assert isinstance(element, Class), element
            return element.path


def of(type_: Type | None) -> str:
    return type_.normal if type_ else ""
