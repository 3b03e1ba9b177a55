"""Who reads the key does not find it, and who gives it is refused by a type checker.

## What to do instead

Keep the key for a cycle and mark it as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import KeyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A key of a TypedDict was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Info(TypedDict):\n    state: int\n    cores: int",
            new="class Info(TypedDict):\n    state: int",
            at=("Info.cores",),
        ),
    ),
)
def key_removed(pair: KeyPair) -> Iterator[Change]:
    if pair.old and pair.new is None:
        yield fact(pair, f"the key `{pair.name}` is gone", removal=True)
