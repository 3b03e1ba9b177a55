"""Who makes such a dict does not give the new key.

Who reads it then gets `KeyError`.

## What to do instead

Let the key be missing at first (`NotRequired`).
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import KeyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A key that must be there was added to a TypedDict.",
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "class Info(TypedDict):\n    state: int\n@driver_interface\nclass Driver:\n"
                "    def get_info(self) -> Info: ..."
            ),
            new=(
                "class Info(TypedDict):\n    state: int\n    cores: int\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            at=("Info.cores",),
            host=Severity.NON_BREAKING,
            driver=Severity.BREAKING,
        ),
    ),
)
def key_added_required(pair: KeyPair) -> Iterator[Change]:
    if pair.old is None and pair.new and not pair.new.optional_key:
        yield fact(pair, f"the key `{pair.name}` was added and must be there")
