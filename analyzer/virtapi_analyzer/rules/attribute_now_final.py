"""The attribute may no longer be assigned or overridden.

A type checker refuses both, in callers and in drivers.

## What to do instead

Leave the attribute as it is.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import ordinary
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="An attribute became final.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    limit: int = 3",
            new="@driver_interface\nclass Driver:\n    limit: Final[int] = 3",
            at=("Driver.limit",),
        ),
        Miss(
            old="LIMIT: int = 3",
            new="LIMIT: Final[int] = 3",
            because="Nobody assigns another module's constant.",
        ),
    ),
)
def attribute_now_final(pair: AttributePair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None or not ordinary(pair):
        return
    if pair.both[1].final and not pair.both[0].final:
        yield fact(pair, f"`{pair.name}` is final now: nobody may assign or override it")
