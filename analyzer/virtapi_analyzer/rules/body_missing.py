"""A driver that leaves it out has a method that does nothing and returns None, whatever its type says.

Nobody can tell that from a method that did its work.

Asked of every method and property that is not abstract and has no code. What is derived from other methods has its body
in a function that `@default_for("Class.method")` marks; what stands in during a transition, one that `@fallback_for`
marks. A method that does nothing but raise `NotImplementedError` is no better, where drivers or the host implement it.

## What to do instead

Make it abstract; or write its body as a function with `@default_for`; or, where drivers may leave it out, put it into
an ability of its own.
"""

from collections.abc import Iterator
from typing import Any

from virtapi_analyzer.model.element import Body, ClassKind, Function, Property
from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import MemberPart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="A method that is not abstract has no body.",
    examples=(
        Wrong(
            source=(
                "@driver_interface\nclass Driver(ABC):\n    def pause(self) -> None: ...\n"
                "    def stop(self) -> None:\n        raise NotImplementedError()"
            ),
            at=("Driver.pause", "Driver.stop"),
            right=(
                "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def pause(self) -> None: ...\n"
                "    @abstractmethod\n    def stop(self) -> None:\n        raise NotImplementedError()"
            ),
        ),
        Wrong(
            source=(
                "@driver_interface\nclass Driver(ABC):\n    @overload\n    def name(self, key: str, /) -> str: ...\n"
                "    @overload\n    def name(self, key: bytes, /) -> bytes: ..."
            ),
            at=("Driver.name",),
            right=(
                "@driver_interface\nclass Driver(ABC):\n    @overload\n    @abstractmethod\n"
                "    def name(self, key: str, /) -> str: ...\n    @overload\n    @abstractmethod\n"
                "    def name(self, key: bytes, /) -> bytes: ..."
            ),
        ),
        Right(
            source=(
                "@driver_interface\nclass Driver(ABC):\n    def exists(self, name: str, /) -> bool: ...\n"
                '@default_for("Driver.exists")\ndef exists(driver: Driver, name: str, /) -> bool: ...'
            ),
            because="The function is its body.",
        ),
        Right(
            source=(
                "@driver_interface\nclass Driver: ...\n"
                "class Named(Protocol):\n    def name(self) -> str: ...\n"
                "class Size:\n    def half(self) -> str:\n        return str()"
            ),
            because="A protocol only describes, and the other method has code.",
        ),
    ),
)
def body_missing(part: MemberPart[Any]) -> Iterator[Fault]:
    element = part.element
    if not isinstance(element, Function | Property) or element.abstract or part.given:
        return
    overloaded = isinstance(element, Function) and bool(element.overloads)
    refuses = element.body is Body.NOT_IMPLEMENTED and part.role is not None
    told_elsewhere = overloaded and part.role is None
    empty = element.body is Body.EMPTY and part.owner.kind is not ClassKind.PROTOCOL and not told_elsewhere
    if refuses or empty:
        name = ".".join(part.path.split(".")[-2:])
        yield fault(part, f"`{part.name}` is concrete, and neither code nor a function marked for {name} is its body")
