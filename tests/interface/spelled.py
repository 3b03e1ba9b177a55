"""One parameter of a function, for its type and its default."""

from tests.compare.texts import read
from virtapi_analyzer.model.element import Function, Type, Value

# What the annotations below name.
KNOWN = """
class Image: ...
class Volume: ...
class Options(TypedDict):
    force: bool
    retries: NotRequired[int]
Name = str
Ident: TypeAlias = "Union[int, Name]"
_Hidden = Dict[str, Name]
Json = Union[None, int, "List[Json]", "Dict[str, Json]"]
MiB = NewType("MiB", int)
"""


def type_of(annotation: str) -> Type:
    return parameter(f"x: {annotation}")[0]


def value_of(default: str) -> Value:
    return parameter(f"x: object = {default}")[1]


def parameter(text: str) -> tuple[Type, Value]:
    function = (
        read(f"{KNOWN}_SHORT = 5\n_LONG: Final = _SHORT\ndef f({text}) -> None: ...\n")
        .modules["pkg"]
        .names["f"]
        .element
    )
    assert isinstance(function, Function)
    found = function.signature.parameters[0]
    assert found.type is not None
    return found.type, found.default or Value(text="", normal="")
