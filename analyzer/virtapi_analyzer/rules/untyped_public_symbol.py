"""Type checkers take what has no annotation for `Any` and check nothing there, on either side.

Asked of every parameter, return and attribute under a public name. A constant with a value has its type from that.

## What to do instead

Write the annotation.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import TypePart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="A public parameter, return or attribute has no type.",
    examples=(
        Wrong(
            source="@driver_interface\nclass Driver:\n    def pause(self, instance, /): ...",
            at=("Driver.pause(instance)", "Driver.pause"),
            right="@driver_interface\nclass Driver:\n    def pause(self, instance: str, /) -> None: ...",
        ),
        Wrong(
            source="@driver_interface\nclass Driver: ...\ndef connect(uri: str): ...",
            at=("connect",),
            right="@driver_interface\nclass Driver: ...\ndef connect(uri: str) -> None: ...",
        ),
        Right(
            source=(
                "@driver_interface\nclass Driver:\n    def __init__(self, uri: str, /): ...\n"
                "    def _own(self, state): ...\nLIMIT = 3"
            ),
            because="A constructor returns nothing, a private name is nobody's, and the constant has a value.",
        ),
    ),
)
def untyped_public_symbol(part: TypePart) -> Iterator[Fault]:
    if part.type is None and not part.inferred:
        yield fault(part, f"{part.place} has no type")
