"""Nobody can tell what is in the value but those who wrote the code on the other side.

Neither a type checker nor this analyzer sees when it changes.

Asked of every type that stands in a class with a role, and in what its signatures reach: the fields of data classes,
their bases and subclasses, exceptions. `Any`, `object`, `list` without its type, `Callable[..., X]` say nothing. An
alias is judged by what it stands for. Python's own methods (`__eq__`) are left out, and so is the parameter of a
question for a type (one that returns `TypeIs`), which must take everything. JSON is no opaque type: a recursive alias
names all that can be in it.

## What to do instead

Make it a data class with typed fields, or give the container its types. What only one driver understands has a class of
its own that says so, with JSON inside.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.element import ParameterKind
from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import TypePart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.spelling import ANYTHING, bare, mentions


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
    found = dict.fromkeys(
        name for name, given in mentions(part.type) if name in ANYTHING or name == "..." or (bare(name) and not given)
    )
    for name in found:
        what = "takes any arguments" if name == "..." else f"is or holds `{name}`"
        yield fault(part, f"{part.place} {what}, which does not say what is in it")
