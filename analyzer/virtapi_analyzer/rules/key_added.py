"""There is a new key that may be missing.

Who makes such a dict need not know of it, and who reads one does not ask for it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import KeyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A key that may be missing was added to a TypedDict.",
    examples=(
        Hit(
            old="class Info(TypedDict):\n    state: int",
            new="class Info(TypedDict):\n    state: int\n    cores: NotRequired[int]",
            at=("Info.cores",),
        ),
    ),
)
def key_added(pair: KeyPair) -> Iterator[Change]:
    if pair.old is None and pair.new and pair.new.optional_key:
        yield fact(pair, f"the key `{pair.name}` is new and may be missing")
