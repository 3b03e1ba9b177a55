"""Who implements or calls the method has to write the type down, and cannot.

It has a private name, or no module exports it.

Asked of every parameter, return and attribute under a public name, and of the exceptions that a method declares: who
catches one has to name it. Type variables may have any name.

## What to do instead

Export the type under a public name, or use one that is.
"""

from collections.abc import Iterator
from typing import Any

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import Part, TypePart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="A public parameter, return or attribute has a type that nobody else can name.",
    examples=(
        Wrong(
            source="class _Info: ...\n@driver_interface\nclass Driver:\n    def get_info(self, /) -> _Info: ...",
            at=("Driver.get_info",),
            right="class Info: ...\n@driver_interface\nclass Driver:\n    def get_info(self, /) -> Info: ...",
        ),
        Wrong(
            source=(
                "_Names: TypeAlias = Sequence[str]\n"
                "@driver_interface\nclass Driver:\n    def start(self, names: _Names, /) -> None: ..."
            ),
            at=("Driver.start(names)",),
            right=(
                "Names: TypeAlias = Sequence[str]\n"
                "@driver_interface\nclass Driver:\n    def start(self, names: Names, /) -> None: ..."
            ),
        ),
        Wrong(
            source={
                "__init__.pyi": (
                    "from pkg._info import Info\n@driver_interface\nclass Driver:\n    def get_info(self) -> Info: ..."
                ),
                "_info.pyi": "class Info: ...",
            },
            at=("Driver.get_info",),
            right={
                "__init__.pyi": (
                    "from pkg._info import Info as Info\n"
                    "@driver_interface\nclass Driver:\n    def get_info(self, /) -> Info: ..."
                ),
                "_info.pyi": "class Info: ...",
            },
        ),
        Wrong(
            source=(
                '__all__ = ["Driver"]\nSize = NewType("Size", str)\nclass _Gone(Exception): ...\n'
                "class Outer:\n    class _Inner: ...\n"
                "@driver_interface\nclass Driver:\n    @raises(_Gone)\n"
                "    def resize(self, sizes: Sequence[Size], inner: Outer._Inner, /) -> None: ..."
            ),
            at=("Driver.resize", "Driver.resize(inner)", "Driver.resize(sizes)"),
            right=(
                '__all__ = ["Driver", "Gone", "Outer", "Size"]\n'
                'Size = NewType("Size", str)\nclass Gone(Exception): ...\nclass Outer:\n    class Inner: ...\n'
                "@driver_interface\nclass Driver:\n    @raises(Gone)\n"
                "    def resize(self, sizes: Sequence[Size], inner: Outer.Inner, /) -> None: ..."
            ),
        ),
        Right(
            source='_I = TypeVar("_I")\n@driver_interface\nclass Driver:\n    def keep(self, item: _I, /) -> _I: ...',
            because="A type variable is bound anew by each call, and nobody names it.",
        ),
    ),
)
def private_type_in_signature(part: Part[Any]) -> Iterator[Fault]:
    what = f"{part.place} has a type" if isinstance(part, TypePart) else f"`{part.name}` declares an exception"
    for name in part.hidden:
        yield fault(part, f"{what} that nobody else can name: `{name.rpartition('.')[2]}`")
