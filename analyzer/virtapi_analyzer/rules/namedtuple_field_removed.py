"""Making, unpacking and reading the tuple fail.

## What to do instead

Keep the field for a cycle and mark it as superseded, or add a class beside this one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ItemPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field of a NamedTuple was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Info(NamedTuple):\n    state: int\n    cores: int",
            new="class Info(NamedTuple):\n    state: int",
            at=("Info.cores",),
        ),
    ),
)
def namedtuple_field_removed(pair: ItemPair) -> Iterator[Change]:
    if pair.old and pair.new is None:
        yield fact(pair, f"the field `{pair.name}` is gone", removal=True)
