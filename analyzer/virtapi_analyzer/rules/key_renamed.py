"""Who reads the old key does not find it, and who gives it is refused by a type checker.

## What to do instead

Keep the old key beside the new one for a cycle and mark it as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import KeyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, new_name


@rule(
    summary="A key of a TypedDict was renamed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Info(TypedDict):\n    state: int\n    max_memory: int",
            new="class Info(TypedDict):\n    state: int\n    memory_limit: int",
            at=("Info.max_memory",),
        ),
    ),
)
def key_renamed(pair: KeyPair) -> Iterator[Change]:
    if pair.renamed is not None:
        yield fact(pair, f"the key `{pair.name}` is now called `{new_name(pair.path, pair.renamed)}`", removal=True)
