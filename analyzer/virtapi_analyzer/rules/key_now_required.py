"""A dict without the key is no longer complete.

Who left the key out must now give it, else who reads it gets `KeyError`.

## What to do instead

Let the key be missing (`NotRequired`).
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import KeyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A key of a TypedDict that could be missing must be there.",
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "class Info(TypedDict):\n    state: NotRequired[int]\n@driver_interface\nclass Driver:\n"
                "    def get_info(self) -> Info: ..."
            ),
            new=(
                "class Info(TypedDict):\n    state: int\n@driver_interface\nclass Driver:\n"
                "    def get_info(self) -> Info: ..."
            ),
            at=("Info.state",),
            host=Severity.NON_BREAKING,
            driver=Severity.BREAKING,
        ),
        Miss(
            old="class Info(TypedDict):\n    state: int",
            new="class Info(TypedDict):\n    state: Required[int]",
            because="That is what a key is anyway.",
        ),
    ),
)
def key_now_required(pair: KeyPair) -> Iterator[Change]:
    if pair.both and pair.both[0].optional_key and not pair.both[1].optional_key:
        yield fact(pair, f"the key `{pair.name}` must be there now")
