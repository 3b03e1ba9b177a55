"""Nobody knows what a call of the method may raise: the caller catches too much or too little, and no check can tell.

A method that says nothing looks like one that lets nothing out. `@raises()` says that, and costs two brackets; it also
makes a later exception a change that is noticed (`raises-declared`, `raises-widened`).

## What to do instead

Put `@raises(…)` next to the function, below `@abstractmethod`, with all that it may let out; `@raises()` where that is
nothing beside what every method may.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import MethodPart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="A method of a class with a role does not say what it may raise.",
    examples=(
        Wrong(
            source="@driver_interface\nclass Driver:\n    def pause(self, instance: str, /) -> None: ...",
            at=("Driver.pause",),
            right="@driver_interface\nclass Driver:\n    @raises()\n    def pause(self, instance: str, /) -> None: ...",
        ),
        Right(
            source=(
                "@driver_interface\nclass Driver:\n    def __init__(self, options: str, /) -> None: ...\n"
                "    @property\n    def name(self) -> str: ...\n"
                "    @classmethod\n    def offered_by(cls, driver: object, /) -> bool: ...\n"
            ),
            because="Construction, properties and questions to a class are no calls of a driver's or host's method.",
        ),
        Right(
            source="@driver_interface\nclass Driver: ...\nclass Size:\n    def in_bytes(self) -> int: ...",
            because="The class is neither implemented by drivers nor by the host.",
        ),
    ),
)
def raises_missing(part: MethodPart) -> Iterator[Fault]:
    if part.operation and part.element.contract.raises is None:
        yield fault(part, f"`{part.name}` does not say what it may raise")
