"""Making an object with the field fails.

The constructor no longer takes it (`init=False`); reading it works as before.

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
            host=Severity.NON_BREAKING,
            driver=Severity.BREAKING,
        ),
    ),
)
def field_no_longer_in_constructor(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.LEFT_CONSTRUCTOR:
        yield fact(pair, f"the constructor no longer takes the field `{pair.name}`")
