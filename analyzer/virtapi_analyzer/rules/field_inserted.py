"""Values that are given by position reach another field.

The new field has a default, so objects can still be made; what stood behind it has moved.

## What to do instead

Put the new field last, or let it be given by keyword alone.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field with a default was inserted before others.",
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old=(
                "@dataclass\nclass Info:\n    state: int\n    cores: int = 1\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            new=(
                "@dataclass\nclass Info:\n    state: int\n    memory: int = 0\n    cores: int = 1\n"
                "@driver_interface\nclass Driver:\n    def get_info(self) -> Info: ..."
            ),
            at=("Info.memory",),
            host=Severity.POTENTIALLY_BREAKING,
            driver=Severity.BREAKING,
        ),
        Miss(
            old="@dataclass\nclass Info:\n    state: int\n    cores: int = 1",
            new=(
                "@dataclass\nclass Info:\n    state: int\n"
                "    memory: int = field(default=0, kw_only=True)\n    cores: int = 1"
            ),
            because="A field that is given by keyword takes nobody's place.",
            others=("field-added",),
        ),
    ),
)
def field_inserted(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.INSERTED:
        yield fact(pair, f"the field `{pair.name}` was inserted before others, whose places have moved")
