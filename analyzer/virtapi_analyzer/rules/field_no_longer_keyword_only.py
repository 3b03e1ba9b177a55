"""The field may now be given by position.

Objects can still be made as before. A `match` that takes fields by position finds one more.

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
    summary="A field that could be given by keyword alone can be given by position.",
    implementer=Severity.POTENTIALLY_BREAKING,
    producer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int\n    cores: int = field(kw_only=True)",
            new="@dataclass\nclass Info:\n    state: int\n    cores: int",
            at=("Info.cores",),
        ),
    ),
)
def field_no_longer_keyword_only(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.KEYWORD_ONLY_CHANGED and pair.new and not pair.new.keyword_only:
        yield fact(pair, f"the field `{pair.name}` may now be given by position")
