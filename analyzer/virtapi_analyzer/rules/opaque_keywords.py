"""The method takes whatever it is given: a misspelled argument arrives as silently as a right one.

Nobody can say what may be passed, and no check sees when that changes.

Asked of the methods of classes with a role, and of what their signatures reach, construction included.

## What to do instead

Name each parameter, keyword-only, with its type.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.element import ParameterKind
from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import TypePart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="A method between host and drivers takes any keywords.",
    examples=(
        Wrong(
            source="@driver_interface\nclass Driver:\n    def spawn(self, name: str, /, **options: str) -> None: ...",
            at=("Driver.spawn(options)",),
            right=(
                '@driver_interface\nclass Driver:\n    def spawn(self, name: str, /, *, zone: str = "") -> None: ...'
            ),
        ),
        Wrong(
            source=(
                "class Options:\n    def __init__(self, **given: str) -> None: ...\n"
                "@driver_interface\nclass Driver:\n    def spawn(self, options: Options, /) -> None: ..."
            ),
            at=("Options.__init__(given)",),
            right=(
                "class Options:\n    def __init__(self, *, zone: str) -> None: ...\n"
                "@driver_interface\nclass Driver:\n    def spawn(self, options: Options, /) -> None: ..."
            ),
        ),
        Right(
            source="def spawn(**options: str) -> None: ...\n@driver_interface\nclass Driver: ...",
            because="A function is part of neither side.",
        ),
    ),
)
def opaque_keywords(part: TypePart) -> Iterator[Fault]:
    if part.reached and part.parameter is not None and part.parameter.kind is ParameterKind.VAR_KEYWORD:
        yield fault(part, f"`**{part.parameter.name}` takes any keyword")
