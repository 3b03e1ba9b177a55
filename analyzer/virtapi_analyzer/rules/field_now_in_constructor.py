"""The constructor takes a field that it did not take before.

Objects can still be made without it. A `match` that takes fields by position finds one more.

## What to do instead

Let the field be given by keyword alone (`kw_only=True`).
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The constructor of a dataclass now takes a field that was there.",
    implementer=Severity.POTENTIALLY_BREAKING,
    producer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int\n    cores: int = field(default=1, init=False)",
            new="@dataclass\nclass Info:\n    state: int\n    cores: int = 1",
            at=("Info.cores",),
        ),
        Miss(
            old="@dataclass\nclass Info:\n    cores: int = field(default=1, init=False)\n    state: int = 0",
            new="@dataclass\nclass Info:\n    cores: int = 1\n    state: int = 0",
            because="It takes the place of another field.",
            others=("field-inserted",),
        ),
    ),
)
def field_now_in_constructor(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.ENTERED_CONSTRUCTOR and pair.new and pair.new.value is not None:
        yield fact(pair, f"the constructor now takes the field `{pair.name}`")
