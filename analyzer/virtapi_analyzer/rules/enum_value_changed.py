"""The member of the enum stands for another value.

Code that stores the value, sends it, or looks a member up by it (`State("on")`) no longer finds it.

## What to do instead

Keep the value, and add a member beside it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind, values_differ
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import became, fact


@rule(
    summary="The value of an enum member changed.",
    caller=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unseen="mypy does not count the values of `auto()`",
    examples=(
        Hit(
            old='class State(Enum):\n    ON = "on"',
            new='class State(Enum):\n    ON = "running"',
            at=("State.ON",),
        ),
        Miss(
            old="class State(Enum):\n    ON = auto()",
            new="class State(Enum):\n    ON = 1",
            because="`auto()` gave the same value.",
        ),
    ),
)
def enum_value_changed(pair: AttributePair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None:
        return
    old, new = pair.both
    if new.kind is AttributeKind.MEMBER and old.value and new.value and values_differ(old.value, new.value):
        yield fact(pair, f"the value of `{pair.name}` {became(old.value, new.value)}")
