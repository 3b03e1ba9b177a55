"""Unpacking fails.

A NamedTuple is a tuple: who takes it apart into as many names as it had fields gets `ValueError`, default or not.

## What to do instead

Use a dataclass for what may grow.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ItemPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field with a default was added to a NamedTuple.",
    caller=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "class Info(NamedTuple):\n    state: int\n@driver_interface\nclass Driver:\n"
                "    def get_info(self) -> Info: ..."
            ),
            new=(
                "class Info(NamedTuple):\n    state: int\n    cores: int = 1\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            at=("Info.cores",),
            host=Severity.BREAKING,
            driver=Severity.NON_BREAKING,
        ),
    ),
)
def namedtuple_field_added(pair: ItemPair) -> Iterator[Change]:
    if pair.old is None and pair.new and pair.new.value is not None:
        yield fact(pair, f"the field `{pair.name}` was added, and the tuple can no longer be unpacked as before")
