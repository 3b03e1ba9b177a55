"""There is another name for a member of the enum.

Python takes members of the same value for one, so no reader meets anything new.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import AttributeKind
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import same_member
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A second name for an enum member was added.",
    examples=(
        Hit(
            old="class State(Enum):\n    ON = 1",
            new="class State(Enum):\n    ON = 1\n    RUNNING = ON",
            at=("State.RUNNING",),
        ),
    ),
)
def enum_alias_added(pair: AttributePair) -> Iterator[Change]:
    if pair.old is None and pair.new and pair.new.kind is AttributeKind.MEMBER and same_member(pair):
        yield fact(pair, f"`{pair.name}` is another name for a member that was there")
