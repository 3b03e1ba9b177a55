"""The field can no longer be given by position.

Who makes the object with values by position gets `TypeError`. A `match` that takes fields by position finds one less.

## What to do instead

Leave the field as it is.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field can be given by keyword alone.",
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old=(
                "@dataclass\nclass Info:\n    state: int\n    cores: int\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            new=(
                "@dataclass\nclass Info:\n    state: int\n    cores: int = field(kw_only=True)\n"
                "@driver_interface\nclass Driver:\n    def get_info(self) -> Info: ..."
            ),
            at=("Info.cores",),
            host=Severity.POTENTIALLY_BREAKING,
            driver=Severity.BREAKING,
        ),
    ),
)
def field_now_keyword_only(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.KEYWORD_ONLY_CHANGED and pair.new and pair.new.keyword_only:
        yield fact(pair, f"the field `{pair.name}` can be given by keyword alone")
