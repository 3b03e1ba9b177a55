"""The parameter no longer takes every value that it took.

A caller that passes one of the others is refused by its type checker, and by whatever the implementation does with the
value. Overrides that still take more than they must are not hurt.

## What to do instead

Add a method beside it that takes the narrower type, and let this one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import parameter_retyped


@rule(
    summary="A parameter takes fewer values.",
    caller=Severity.BREAKING,
    unseen="mypy takes `LiteralString` for `str`",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance: str | int) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance: str) -> None: ...",
            at=("Driver.pause(instance)",),
        ),
        Hit(
            old=(
                "class Guest: ...\nclass LinuxGuest(Guest): ...\n@driver_interface\nclass Driver:\n"
                "    def pause(self, guest: Guest) -> None: ..."
            ),
            new=(
                "class Guest: ...\nclass LinuxGuest(Guest): ...\n@driver_interface\nclass Driver:\n"
                "    def pause(self, guest: LinuxGuest) -> None: ..."
            ),
            at=("Driver.pause(guest)",),
        ),
        Hit(
            old="def connect(names: Sequence[str]) -> None: ...",
            new="def connect(names: list[str]) -> None: ...",
            at=("connect(names)",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance: str | None) -> None: ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance: None | str) -> None: ...",
            because="Both spell the same type.",
        ),
        Miss(
            old=(
                "class Guest:\n    name: str\n@driver_interface\nclass Driver:\n"
                "    def pause(self, guest: Guest) -> None: ..."
            ),
            new=(
                "class Guest:\n    name: str\n    size: int = 0\n@driver_interface\nclass Driver:\n"
                "    def pause(self, guest: Guest) -> None: ..."
            ),
            because="A class is its name; what became of it is told once, by the class.",
            others=("attribute-added",),
        ),
    ),
)
def param_type_narrowed(pair: ParameterPair) -> Iterator[Change]:
    yield from parameter_retyped(pair, Relation.NARROWER)
