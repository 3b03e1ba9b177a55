"""Who reads the values needs a default branch from now on.

Nothing is new yet, and a `match` that covers all members still does. But what comes from here on is not called breaking
any more: a reader without a default branch will not hear of it.

## What to do instead

Open the class before anything is added to it, a cycle ahead, and tell readers to add the branch. Where they can't, keep
it closed and bring a new class.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import ClassKind
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared


@rule(
    summary="An enum or a base class was declared open.",
    consumer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="class State(Enum):\n    ON = 1",
            new="@open_enum\nclass State(Enum):\n    ON = 1",
            at=("State",),
        ),
        Hit(
            old="class Connection: ...\nclass Iscsi(Connection): ...",
            new="@open_base\nclass Connection: ...\nclass Iscsi(Connection): ...",
            at=("Connection",),
        ),
        Hit(
            old="class State(Enum):\n    ON = 1",
            new="@open_enum\nclass State(Enum):\n    ON = 1\n    OFF = 2",
            at=("State",),
            others=("enum-member-added",),  # the old readers of this member were told nothing
        ),
        Miss(
            old="class State(Enum):\n    ON = 1",
            new="class State(Enum):\n    ON = 1\n@open_enum\nclass Kind(Enum):\n    A = 1",
            because="Nobody has read the new one under another promise.",
            others=("class-added",),
        ),
    ),
)
def class_now_open(pair: ClassPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and pair.new and contracts[1].open and not contracts[0].open:
        what = "members" if pair.new.kind is ClassKind.ENUM else "subclasses"
        yield fact(pair, f"`{pair.name}` is open now: {what} will be added, and who reads one needs a default branch")
