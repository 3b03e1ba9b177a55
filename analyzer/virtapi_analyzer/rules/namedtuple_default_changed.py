"""A tuple that is made without the field now says something else.

Who relied on the old default makes other tuples without touching a line.

## What to do instead

Give the value explicitly where it matters.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import values_differ
from virtapi_analyzer.model.pair import ItemPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import became, fact


@rule(
    summary="The default of a field of a NamedTuple changed.",
    producer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="class Info(NamedTuple):\n    cores: int = 1",
            new="class Info(NamedTuple):\n    cores: int = 2",
            at=("Info.cores",),
        ),
    ),
)
def namedtuple_default_changed(pair: ItemPair) -> Iterator[Change]:
    if pair.both is None:
        return
    old, new = pair.both
    if old.value and new.value and values_differ(old.value, new.value):
        yield fact(pair, f"the default of `{pair.name}` {became(old.value, new.value)}")
