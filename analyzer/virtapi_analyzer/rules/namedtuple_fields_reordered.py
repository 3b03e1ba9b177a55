"""Values that are given or taken by position reach another field.

The number of values still fits, so nothing fails where the tuple is made or unpacked.

## What to do instead

Keep the order.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ItemPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The order of the fields of a NamedTuple changed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Info(NamedTuple):\n    state: int\n    cores: int",
            new="class Info(NamedTuple):\n    cores: int\n    state: int",
            at=("Info.state",),
        ),
    ),
)
def namedtuple_fields_reordered(pair: ItemPair) -> Iterator[Change]:
    if pair.moved and pair.renamed is None:
        yield fact(pair, f"the field `{pair.name}` stands in another place")
