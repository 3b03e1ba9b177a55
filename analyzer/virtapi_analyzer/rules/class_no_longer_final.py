"""Classes may now derive from this one.

None does so yet.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class is no longer final.",
    examples=(
        Hit(
            old="@final\n@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver: ...",
            at=("Driver",),
        ),
    ),
)
def class_no_longer_final(pair: ClassPair) -> Iterator[Change]:
    if pair.both and pair.both[0].final and not pair.both[1].final:
        yield fact(pair, f"`{pair.name}` is no longer final")
