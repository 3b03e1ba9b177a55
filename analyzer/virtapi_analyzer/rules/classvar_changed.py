"""The attribute belongs to the class now, or no longer does.

What belongs to the class may not be set on an object, and what belongs to the object may not be there on the class.

## What to do instead

Leave the attribute where it is.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import ordinary
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="An attribute moved between the class and its objects.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    limit: int = 3",
            new="@driver_interface\nclass Driver:\n    limit: ClassVar[int] = 3",
            at=("Driver.limit",),
        ),
    ),
)
def classvar_changed(pair: AttributePair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None or not ordinary(pair):
        return
    old, new = pair.both
    if old.class_variable is not new.class_variable:
        place = "the class" if new.class_variable else "each object"
        yield fact(pair, f"`{pair.name}` belongs to {place} now")
