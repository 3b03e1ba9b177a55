"""The key may no longer be assigned once the dict is made.

A type checker refuses the assignment. Python does not.

## What to do instead

Leave the key as it is.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import KeyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A key of a TypedDict became read-only.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    producer=Severity.POTENTIALLY_BREAKING,
    consumer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="class Info(TypedDict):\n    state: int",
            new="class Info(TypedDict):\n    state: ReadOnly[int]",
            at=("Info.state",),
        ),
    ),
)
def key_now_readonly(pair: KeyPair) -> Iterator[Change]:
    if pair.both and pair.both[1].read_only and not pair.both[0].read_only:
        yield fact(pair, f"the key `{pair.name}` may no longer be assigned")
