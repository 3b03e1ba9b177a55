"""The class is one more thing than before.

Everything that it was it still is. Members that the base brings are judged for themselves.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.ancestry import ordinary_bases
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="A base was added to a class.",
    examples=(
        Hit(
            old="class Timed: ...\n@driver_interface\nclass Driver: ...",
            new="class Timed: ...\n@driver_interface\nclass Driver(Timed): ...",
            at=("Driver",),
        ),
        Miss(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver(Generic[_T]): ...",
            because="A type parameter is no base; its arity is judged for itself.",
            others=("generic-arity-changed",),
        ),
    ),
)
def base_added(pair: ClassPair) -> Iterator[Change]:
    gained = ordinary_bases(pair.gained)
    if gained:
        yield fact(pair, f"`{pair.name}` now derives from {names(gained)} too")
