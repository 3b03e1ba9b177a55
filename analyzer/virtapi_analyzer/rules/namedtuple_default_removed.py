"""Making the tuple without the field fails.

## What to do instead

Keep the default.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ItemPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field of a NamedTuple lost its default.",
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "class Info(NamedTuple):\n    state: int\n    cores: int = 1\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            new=(
                "class Info(NamedTuple):\n    state: int\n    cores: int\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            at=("Info.cores",),
            host=Severity.NON_BREAKING,
            driver=Severity.BREAKING,
        ),
    ),
)
def namedtuple_default_removed(pair: ItemPair) -> Iterator[Change]:
    if pair.both and pair.both[0].value is not None and pair.both[1].value is None:
        yield fact(pair, f"the field `{pair.name}` must be given now")
