"""Reading or giving the field by its old name fails; by position all is as before.

## What to do instead

Keep the old name as a property for a cycle and mark it as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ItemPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, new_name


@rule(
    summary="A field of a NamedTuple was renamed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Info(NamedTuple):\n    state: int\n    cores: int",
            new="class Info(NamedTuple):\n    state: int\n    cpus: int",
            at=("Info.cores",),
        ),
    ),
)
def namedtuple_field_renamed(pair: ItemPair) -> Iterator[Change]:
    if pair.renamed is not None:
        yield fact(pair, f"the field `{pair.name}` is now called `{new_name(pair.path, pair.renamed)}`", removal=True)
