"""Who makes such an object does not give the new field.

Constructing it without the field raises `TypeError`.

## What to do instead

Give the field a default and say since when it is there (`Since`).
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field without a default was added to a dataclass.",
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "@dataclass\nclass Info:\n    state: int\n@driver_interface\nclass Driver:\n"
                "    def get_info(self) -> Info: ..."
            ),
            new=(
                "@dataclass\nclass Info:\n    state: int\n    cores: int\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            at=("Info.cores",),
            host=Severity.NON_BREAKING,
            driver=Severity.BREAKING,
        ),
        Hit(
            old=(
                "@dataclass\nclass Info:\n    state: int\n@driver_interface\nclass Driver:\n"
                "    def use(self, info: Info) -> None: ..."
            ),
            new=(
                "@dataclass\nclass Info:\n    state: int\n    cores: int\n@driver_interface\n"
                "class Driver:\n    def use(self, info: Info) -> None: ..."
            ),
            at=("Info.cores",),
            host=Severity.BREAKING,
            driver=Severity.NON_BREAKING,
        ),
    ),
)
def field_added_required(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.ADDED_REQUIRED:
        yield fact(pair, f"the field `{pair.name}` was added, and an object cannot be made without it")
