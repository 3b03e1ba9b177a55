"""Objects are no longer compared by what they hold.

Without `eq`, two objects with the same fields are unequal. Without `order`, `<` raises `TypeError`.

## What to do instead

Keep the comparison.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import ClassKind
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A dataclass lost its equality or its order.",
    caller=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unseen="every object has `==` for mypy, whatever it compares",
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int",
            new="@dataclass(eq=False)\nclass Info:\n    state: int",
            at=("Info",),
        ),
        Hit(
            old="@dataclass(order=True)\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int",
            at=("Info",),
        ),
        Miss(
            old="@dataclass\nclass Info:\n    state: int",
            new="@dataclass(order=True)\nclass Info:\n    state: int",
            because="What could be compared still can.",
        ),
    ),
)
def dataclass_comparison_removed(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None or any(side.kind is not ClassKind.DATACLASS for side in pair.both):
        return
    old, new = (side.options for side in pair.both)
    lost = [
        word for word, gone in (("equality", "eq=False" in new - old), ("order", "order=True" in old - new)) if gone
    ]
    if lost:
        yield fact(pair, f"objects of `{pair.name}` lost their {' and their '.join(lost)}")
