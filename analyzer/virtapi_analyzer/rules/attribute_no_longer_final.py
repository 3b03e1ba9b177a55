"""The attribute may now be assigned and overridden.

Nobody does so yet.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import ordinary
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="An attribute is no longer final.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    limit: Final[int] = 3",
            new="@driver_interface\nclass Driver:\n    limit: int = 3",
            at=("Driver.limit",),
        ),
    ),
)
def attribute_no_longer_final(pair: AttributePair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None or not ordinary(pair):
        return
    if pair.both[0].final and not pair.both[1].final:
        yield fact(pair, f"`{pair.name}` is no longer final")
