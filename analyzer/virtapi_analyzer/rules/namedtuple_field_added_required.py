"""Making and unpacking the tuple fail.

Who makes it does not give the new field, and who takes it apart into as many names as it had fields gets `ValueError`.

## What to do instead

Use a dataclass for what may grow, and give new fields a default.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ItemPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field without a default was added to a NamedTuple.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "class Info(NamedTuple):\n    state: int\n@driver_interface\nclass Driver:\n"
                "    def get_info(self) -> Info: ..."
            ),
            new=(
                "class Info(NamedTuple):\n    state: int\n    cores: int\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            at=("Info.cores",),
            host=Severity.BREAKING,
            driver=Severity.BREAKING,
        ),
    ),
)
def namedtuple_field_added_required(pair: ItemPair) -> Iterator[Change]:
    if pair.old is None and pair.new and pair.new.value is None:
        yield fact(pair, f"the field `{pair.name}` was added: the tuple can neither be made nor unpacked as before")
