"""Making an object with the field fails.

The constructor no longer takes it (`init=False`, or an `InitVar` that is gone); reading it works as before. A `match`
that takes fields by position finds one less.

## What to do instead

Let the constructor take the field for a cycle and ignore it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The constructor of a dataclass no longer takes a field.",
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
                "@dataclass\nclass Info:\n    state: int\n    cores: int = field(default=1, init=False)\n"
                "@driver_interface\nclass Driver:\n    def get_info(self) -> Info: ..."
            ),
            at=("Info.cores",),
            host=Severity.POTENTIALLY_BREAKING,
            driver=Severity.BREAKING,
        ),
        Hit(
            old="from dataclasses import InitVar\n@dataclass\nclass Info:\n    state: int\n    cores: InitVar[int]",
            new="@dataclass\nclass Info:\n    state: int",
            at=("Info.cores",),
        ),
    ),
)
def field_no_longer_in_constructor(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.LEFT_CONSTRUCTOR:
        yield fact(pair, f"the constructor no longer takes the field `{pair.name}`")
