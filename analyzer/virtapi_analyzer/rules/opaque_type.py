"""Nobody can tell what is in the value but those who wrote the code on the other side.

Neither a type checker nor this analyzer sees when it changes.

Asked of every type that stands in a class with a role, and in what its signatures reach: the fields of data classes,
their bases and subclasses, exceptions. `Any`, `object`, `list` without its type, `Callable[..., X]` say nothing, nor
does a generic class of the interface without its arguments, or a method's type variable without a bound. An alias is
judged by what it stands for, a `NewType` by what it is made of. Python's own methods (`__eq__`) are left out, and so is
what a question for a type (one that returns `TypeIs`) asks of: it must take everything. JSON is no opaque type: a
recursive alias names all that can be in it.

## What to do instead

Make it a data class with typed fields, or give the container its types. What only one driver understands has a class of
its own that says so, with JSON inside.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.element import Attribute, Class, ParameterKind, Type
from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import TypePart
from virtapi_analyzer.model.type_variable import VariableKind
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.spelling import ANYTHING, bare, mentions, supertype, unbounded


@interface_rule(
    summary="A value that passes between host and drivers has a type that does not say what is in it.",
    evidence=("openstack-discuss 2014: no more dicts across the interface of the virt drivers",),
    examples=(
        Wrong(
            source="@driver_interface\nclass Driver:\n    def spawn(self, network_info: dict, /) -> Any: ...",
            at=("Driver.spawn(network_info)", "Driver.spawn"),
            right=(
                "@dataclass(frozen=True)\nclass Vif:\n    address: str\n"
                "@driver_interface\nclass Driver:\n    def spawn(self, vifs: Sequence[Vif], /) -> None: ..."
            ),
        ),
        Wrong(
            source=(
                "@dataclass(frozen=True)\nclass Vif:\n    profile: Mapping[str, object]\n"
                "@driver_interface\nclass Driver:\n    def plug(self, vif: Vif, /) -> None: ..."
            ),
            at=("Vif.profile",),
            right=(
                "@dataclass(frozen=True)\nclass Vif:\n    profile: Mapping[str, str]\n"
                "@driver_interface\nclass Driver:\n    def plug(self, vif: Vif, /) -> None: ..."
            ),
        ),
        Wrong(
            source="@driver_interface\nclass Driver:\n    def spawn(self, report: Callable[..., None]) -> None: ...",
            at=("Driver.spawn(report)",),
            right="@driver_interface\nclass Driver:\n    def spawn(self, report: Callable[[str], None]) -> None: ...",
        ),
        Wrong(
            source=(
                'Extra = NewType("Extra", dict[str, Any])\n'
                "@dataclass(frozen=True)\nclass Pair(Generic[_T]):\n    left: _T\n    right: _T\n"
                "@driver_interface\nclass Driver:\n"
                "    def spawn(self, extra: Extra, pair: Pair, item: _T, /) -> None: ..."
            ),
            at=("Driver.spawn(extra)", "Driver.spawn(item)", "Driver.spawn(pair)"),
            right=(
                'Extra = NewType("Extra", str)\n'
                "@dataclass(frozen=True)\nclass Pair(Generic[_T]):\n    left: _T\n    right: _T\n"
                "@driver_interface\nclass Driver:\n    def spawn(self, extra: Extra, pair: Pair[str], /) -> None: ..."
            ),
        ),
        Wrong(
            source=(
                "class Report(Protocol):\n    def __call__(self, what: Any, /) -> None: ...\n"
                "@driver_interface\nclass Driver:\n    def spawn(self, report: Report, /) -> None: ...\n"
                "    def is_text(self, one: object, other: object, /) -> TypeIs[str]: ..."
            ),
            at=("Driver.is_text(other)", "Report.__call__(what)"),
            right=(
                "class Report(Protocol):\n    def __call__(self, what: str, /) -> None: ...\n"
                "@driver_interface\nclass Driver:\n    def spawn(self, report: Report, /) -> None: ...\n"
                "    def is_text(self, one: object, /) -> TypeIs[str]: ..."
            ),
        ),
        Right(
            source=(
                "@driver_interface\nclass Pausable:\n    @classmethod\n"
                '    def offered_by(cls, driver: object, /) -> TypeIs["Pausable"]: ...'
            ),
            because="It asks whether any object is of the type.",
        ),
        Right(
            source=(
                'Json: TypeAlias = str | Sequence["Json"] | Mapping[str, "Json"] | None\n'
                "@driver_interface\nclass Driver:\n    def migrate(self, data: Mapping[str, Json], /) -> None: ..."
            ),
            because="The alias names all that can be in the value.",
        ),
        Right(
            source=(
                "@driver_interface\nclass Driver: ...\n"
                "@dataclass(frozen=True)\nclass Options:\n    extra: dict[str, Any]"
            ),
            because="No signature of a class with a role reaches it.",
        ),
    ),
)
def opaque_type(part: TypePart) -> Iterator[Fault]:
    keywords = part.parameter is not None and part.parameter.kind is ParameterKind.VAR_KEYWORD
    if part.type is None or not part.reached or part.question or keywords:
        return
    for name in dict.fromkeys(_opaque(part, part.type)):
        what = "takes any arguments" if name == "..." else f"is or holds `{name}`"
        yield fault(part, f"{part.place} {what}, which does not say what is in it")


def _opaque(part: TypePart, type_: Type) -> Iterator[str]:
    """The names in a type that say nothing of what is in it."""
    for name, given in mentions(type_):
        element = part.mentioned.get(name)
        generic = isinstance(element, Class) and len(element.parameters) > element.optional_parameters
        made_of = supertype(element) if isinstance(element, Attribute) else None
        nothing = name in ANYTHING or name == "..." or ((generic or bare(name)) and not given)
        if nothing or (made_of is not None and any(_opaque(part, made_of))):
            yield name.removeprefix(f"{part.package}.")
    if unbounded(type_):
        yield type_.text
    if any(each.kind is VariableKind.PARAMETERS for each in type_.variables):
        yield "..."
