"""Naming the member fails.

So does looking it up by its value. A value that was stored or is under way can no longer be read.

## What to do instead

Keep the member and mark it as superseded. For another name, write `NEW = OLD`, which is the same member.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A member of an enum was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="class State(Enum):\n    ON = 1\n    OFF = 2",
            new="class State(Enum):\n    ON = 1",
            at=("State.OFF",),
        ),
    ),
)
def enum_member_removed(pair: AttributePair) -> Iterator[Change]:
    old = pair.old
    if old and pair.new is None and pair.renamed is None and old.kind is AttributeKind.MEMBER:
        yield fact(pair, f"the member `{pair.name}` is gone", removal=True)
