"""The constant has another value.

Code that stored the old value, or compares with it, gets another answer.

## What to do instead

Add a constant beside it with the new value.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind, values_differ
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.constants import promised
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import became, fact


@rule(
    summary="The value of a constant changed.",
    caller=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="EVENT_STARTED = 0",
            new="EVENT_STARTED = 1",
            at=("EVENT_STARTED",),
        ),
        Miss(
            old="TIMEOUT = 60",
            new="TIMEOUT: int",
            because="A stub that gives no value does not say that it changed.",
        ),
    ),
)
def constant_value_changed(pair: AttributePair) -> Iterator[Change]:
    if pair.both is None or pair.private or pair.owner is not None or pair.renamed is not None:
        return
    old, new = pair.both
    if new.kind is not AttributeKind.CONSTANT or promised(pair):
        return
    if old.value and new.value and values_differ(old.value, new.value):
        yield fact(pair, f"the value of `{pair.name}` {became(old.value, new.value)}")
