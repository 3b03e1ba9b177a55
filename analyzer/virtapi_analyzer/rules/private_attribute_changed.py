"""An attribute whose name begins with an underscore came, went or changed.

Such a name is nobody else's, so nobody should feel it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import alteration, fact
from virtapi_analyzer.rules.owners import newly_demanded


@rule(
    summary="A private attribute changed.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    _cache: int",
            new="@driver_interface\nclass Driver: ...",
            at=("Driver._cache",),
        ),
    ),
)
def private_attribute_changed(pair: AttributePair) -> Iterator[Change]:
    if pair.private and not newly_demanded(pair) and (what := alteration(pair)):
        yield fact(pair, f"the private attribute `{pair.name}` {what}")
