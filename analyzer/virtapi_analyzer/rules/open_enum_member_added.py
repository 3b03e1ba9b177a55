"""There is a new member of an enum that was declared open.

Readers were told to have a default branch.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import AttributeKind
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import open_before, same_member
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A member was added to an open enum.",
    examples=(
        Hit(
            old="@open_enum\nclass State(Enum):\n    ON = 1",
            new="@open_enum\nclass State(Enum):\n    ON = 1\n    OFF = 2",
            at=("State.OFF",),
        ),
    ),
)
def open_enum_member_added(pair: AttributePair) -> Iterator[Change]:
    new = pair.new
    if pair.old is not None or new is None or new.kind is not AttributeKind.MEMBER:
        return
    if open_before(pair) and not same_member(pair):
        yield fact(pair, f"the member `{pair.name}` is new, in an enum that was declared open")
