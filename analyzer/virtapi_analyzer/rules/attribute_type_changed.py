"""Who reads the attribute may get what it was not written for, and who sets it may set what is no longer allowed.

An attribute that both sides may set has one type: any other type, wider or narrower, is the wrong one for somebody. An
implementation that declares it with the old type is refused by a type checker.

## What to do instead

Add an attribute beside it, or make it a property that is only read.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import mutable_retyped


@rule(
    summary="An attribute that may be set has another type.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    unseen="mypy takes a callable that a class has for a method",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    limit: int",
            new="@driver_interface\nclass Driver:\n    limit: str",
            at=("Driver.limit",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    limit: int",
            new="@driver_interface\nclass Driver:\n    limit: int | None",
            at=("Driver.limit",),
        ),
        Hit(
            old=(
                "class Driver(Protocol):\n    @property\n    def limit(self) -> int: ...\n    @limit.setter\n"
                "    def limit(self, value: int) -> None: ..."
            ),
            new=(
                "class Driver(Protocol):\n    @property\n    def limit(self) -> bool: ...\n    @limit.setter\n"
                "    def limit(self, value: bool) -> None: ..."
            ),
            at=("Driver.limit",),
        ),
        # pyright asks for the same type only of classes; yet who assigns a longer tuple is refused.
        Hit(
            old="@driver_interface\nclass Driver:\n    range: tuple[int, ...]",
            new="@driver_interface\nclass Driver:\n    range: tuple[int, int]",
            at=("Driver.range",),
        ),
        # mypy takes the callable for a method and `int` for its receiver; yet an object that is called is no method.
        Hit(
            old="@driver_interface\nclass Driver:\n    hook: ClassVar[Callable[[int], None]]",
            new="@driver_interface\nclass Driver:\n    hook: ClassVar[Callable[[bool], None]]",
            at=("Driver.hook",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    limits: Mapping[str, int]",
            new="@driver_interface\nclass Driver:\n    limits: Mapping[str, Any]",
            because="`Any` is whatever it was.",
            others=("annotation-removed",),
        ),
        Miss(
            old="class Base:\n    limit: int | None",
            new="class Base:\n    limit: None | int",
            because="Both spell the same type.",
        ),
    ),
)
def attribute_type_changed(pair: AnyPair) -> Iterator[Change]:
    yield from mutable_retyped(pair)
