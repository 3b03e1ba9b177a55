"""A number without a unit is passed for another: MiB for bytes, a port for a count.

Type checkers see no difference between two `int`.

Asked of every type that stands in a class with a role, and in what its signatures reach; of a type variable, what it is
bound to. Truth (`bool`) is no number, and the numbers in JSON have no unit.

## What to do instead

Give it a type of its own: `MiB = NewType("MiB", int)`, and the range in `Annotated[MiB, Ge(1)]`.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import TypePart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.spelling import NUMBERS, mentions


@interface_rule(
    summary="A number that passes between host and drivers has no unit.",
    examples=(
        Wrong(
            source=(
                "@dataclass(frozen=True)\nclass Flavor:\n    memory: int\n"
                "@driver_interface\nclass Driver:\n    def resize(self, flavor: Flavor, /, *, wait: float) -> int: ..."
            ),
            at=("Flavor.memory", "Driver.resize(wait)", "Driver.resize"),
            right=(
                'MiB = NewType("MiB", int)\nSeconds = NewType("Seconds", float)\n'
                "@dataclass(frozen=True)\nclass Flavor:\n    memory: MiB\n"
                "@driver_interface\nclass Driver:\n    def resize(self, flavor: Flavor, /, *, wait: Seconds): ..."
            ),
        ),
        Wrong(
            source="@driver_interface\nclass Driver:\n    def get_sizes(self, /) -> Mapping[str, int]: ...",
            at=("Driver.get_sizes",),
            right=(
                'Bytes = NewType("Bytes", int)\n'
                "@driver_interface\nclass Driver:\n    def get_sizes(self, /) -> Mapping[str, Bytes]: ..."
            ),
        ),
        Wrong(
            source=(
                'N = TypeVar("N", bound=float)\n'
                "@driver_interface\nclass Driver:\n    def scale(self, by: N, over: range, /) -> None: ..."
            ),
            at=("Driver.scale(by)", "Driver.scale(over)"),
            right=(
                'Ratio = NewType("Ratio", float)\n'
                "@driver_interface\nclass Driver:\n"
                "    def scale(self, by: Ratio, over: Sequence[Ratio], /) -> None: ..."
            ),
        ),
        Right(
            source=(
                'Json: TypeAlias = bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"] | None\n'
                "@driver_interface\nclass Driver:\n    def migrate(self, data: Mapping[str, Json], /) -> bool: ..."
            ),
            because="Whoever puts numbers into JSON says elsewhere what they mean.",
        ),
    ),
)
def unit_missing(part: TypePart) -> Iterator[Fault]:
    if part.type is None or not part.reached:
        return
    found = (name for name, _ in mentions(part.type, but=part.recursive) if name in NUMBERS)
    for name in dict.fromkeys(found):
        yield fault(part, f"{part.place} is or holds a number without a unit: `{name}`")
