"""Values of the class are made and read in another way.

A dataclass, a NamedTuple, a TypedDict, an enum and an ordinary class differ in how they are constructed, unpacked,
compared and indexed.

## What to do instead

Add a class of the new kind beside it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import changed_kind


@rule(
    summary="A class changed between ordinary class, dataclass, enum, TypedDict and NamedTuple.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unseen="how objects are compared and hashed is no matter of types",
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int",
            new="class Info(NamedTuple):\n    state: int",
            at=("Info",),
            others=("base-added",),
        ),
        Hit(
            old="@dataclass\nclass Info:\n    state: int",
            new="class Info:\n    state: int",
            at=("Info",),
        ),
        Miss(
            old="@dataclass\nclass Info:\n    state: int",
            new="@dataclass()\nclass Info:\n    state: int",
            because="Empty parentheses say nothing.",
        ),
    ),
)
def data_class_kind_changed(pair: ClassPair) -> Iterator[Change]:
    if pair.both is None:
        return
    old, new = (side.kind for side in pair.both)
    if changed_kind(pair):
        yield fact(pair, f"`{pair.name}` was a {old.value} and is now a {new.value}")
