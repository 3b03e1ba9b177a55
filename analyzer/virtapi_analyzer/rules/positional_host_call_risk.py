"""The host may pass the argument by its name or by its place, and nobody knows which it does.

Renaming the parameter breaks the one, moving it breaks the other, and every driver must use the very names of the base.

Asked of the methods of classes with a role, construction included.

## What to do instead

Put `/` behind what is passed by place, such as what the method is about, and `*` before the rest.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.element import ParameterKind
from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import TypePart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="A parameter of a method between host and drivers is neither positional-only nor keyword-only.",
    evidence=("nova 33.0.0: drivers name parameters of ComputeDriver's methods differently from the base class",),
    examples=(
        Wrong(
            source="@driver_interface\nclass Driver:\n    def resize(self, instance: str, size: str) -> None: ...",
            at=("Driver.resize(instance)", "Driver.resize(size)"),
            right="@driver_interface\nclass Driver:\n    def resize(self, instance: str, /, *, size: str) -> None: ...",
        ),
        Right(
            source=(
                "@driver_interface\nclass Driver: ...\nclass Size:\n    def times(self, factor: str) -> None: ...\n"
                "def connect(uri: str) -> None: ..."
            ),
            because="Nobody implements a function, or a method of a class without a role, a second time.",
        ),
    ),
)
def positional_host_call_risk(part: TypePart) -> Iterator[Fault]:
    parameter = part.parameter
    if parameter is None or part.role is None or not part.reached:
        return
    if parameter.kind is ParameterKind.POSITIONAL_OR_KEYWORD:
        yield fault(part, f"{part.place} can be passed by place and by name, so it can neither be moved nor renamed")
