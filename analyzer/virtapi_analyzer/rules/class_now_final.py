"""Nobody may derive from the class any more.

A type checker refuses every subclass, drivers included.

## What to do instead

Leave the class open.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class became final.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver: ...",
            new="@final\n@driver_interface\nclass Driver: ...",
            at=("Driver",),
        ),
    ),
)
def class_now_final(pair: ClassPair) -> Iterator[Change]:
    if pair.both and pair.both[1].final and not pair.both[0].final:
        yield fact(pair, f"`{pair.name}` is final now: nobody may derive from it")
