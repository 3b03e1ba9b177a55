"""Another base now answers first.

Where two bases define the same name, another definition is taken. A subclass that names the bases in the old order
cannot even be defined.

## What to do instead

Keep the order.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.ancestry import ordinary_bases
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="The order in which the bases of a class are searched changed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Timed: ...\nclass Named: ...\n@driver_interface\nclass Driver(Timed, Named): ...",
            new="class Timed: ...\nclass Named: ...\n@driver_interface\nclass Driver(Named, Timed): ...",
            at=("Driver",),
        ),
        Miss(
            old="class Timed: ...\nclass Named: ...\n@driver_interface\nclass Driver(Timed): ...",
            new="class Timed: ...\nclass Named: ...\n@driver_interface\nclass Driver(Named, Timed): ...",
            because="What both sides have stands in the same order.",
            others=("base-added",),
        ),
    ),
)
def bases_reordered(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None:
        return
    old, new = (ordinary_bases(side.mro) for side in pair.both)
    before, after = [base for base in old if base in new], [base for base in new if base in old]
    if before != after:
        yield fact(pair, f"`{pair.name}` is now searched in the order {names(after)}, no longer {names(before)}")
