"""Who reads the enum may meet a member that it does not know.

A `match` that covers all members has no branch for the new one.

## What to do instead

Mark the enum with `@open_enum` before members are added, so that readers have a default branch.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import open_before, same_member
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A member was added to an enum that was not declared open.",
    consumer=Severity.BREAKING,
    unseen="mypy takes no match over flags for complete",
    examples=(
        Hit(
            old="class State(Enum):\n    ON = 1",
            new="class State(Enum):\n    ON = 1\n    OFF = 2",
            at=("State.OFF",),
        ),
        Miss(
            old="@open_enum\nclass State(Enum):\n    ON = 1",
            new="@open_enum\nclass State(Enum):\n    ON = 1\n    OFF = 2",
            because="Readers of an open enum have a default branch.",
            others=("open-enum-member-added",),
        ),
        Miss(
            old="class State(Enum):\n    ON = 1",
            new="class State(Enum):\n    ON = 1\n    RUNNING = ON",
            because="Another name for the same member.",
            others=("enum-alias-added",),
        ),
    ),
)
def enum_member_added(pair: AttributePair) -> Iterator[Change]:
    new = pair.new
    if pair.old is not None or new is None or new.kind is not AttributeKind.MEMBER:
        return
    if not open_before(pair) and not same_member(pair):
        yield fact(pair, f"the member `{pair.name}` is new, and readers have no branch for it")
