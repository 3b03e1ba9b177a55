"""Reading the attribute fails on a driver that does not set it.

It is declared without a value, so somebody must give it one. An old driver does not know of it. Whether the class sets
it somewhere else, the declaration does not say.

## What to do instead

Give the attribute a value.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import left_to_drivers
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="An attribute without a value was added to a class.",
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    hypervisor: str",
            at=("Driver.hypervisor",),
        ),
        Miss(
            old="class Busy(Exception): ...",
            new="class Busy(Exception):\n    instance: str",
            because="The constructor of an exception sets what it declares.",
            others=("attribute-added",),
        ),
    ),
)
def attribute_added_required(pair: AttributePair) -> Iterator[Change]:
    if pair.old is None and left_to_drivers(pair):
        yield fact(pair, f"the attribute `{pair.name}` was added without a value, and no old class sets it")
