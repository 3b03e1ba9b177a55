"""Who reads the key may not find it.

Reading a key that is missing raises `KeyError`.

## What to do instead

Keep the key, and give it a value that says that there is none.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import KeyPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A key of a TypedDict that was always there may be missing.",
    caller=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "class Info(TypedDict):\n    state: int\n@driver_interface\nclass Driver:\n"
                "    def get_info(self) -> Info: ..."
            ),
            new=(
                "class Info(TypedDict):\n    state: NotRequired[int]\n@driver_interface\nclass Driver:\n"
                "    def get_info(self) -> Info: ..."
            ),
            at=("Info.state",),
            host=Severity.BREAKING,
            driver=Severity.NON_BREAKING,
        ),
        Hit(
            old=(
                "class Info(TypedDict):\n    state: int\n@driver_interface\nclass Driver:\n"
                "    def use(self, info: Info) -> None: ..."
            ),
            new=(
                "class Info(TypedDict, total=False):\n    state: int\n@driver_interface\nclass Driver:\n"
                "    def use(self, info: Info) -> None: ..."
            ),
            at=("Info.state",),
            host=Severity.NON_BREAKING,
            driver=Severity.BREAKING,
        ),
    ),
)
def key_now_optional(pair: KeyPair) -> Iterator[Change]:
    if pair.both and pair.both[1].optional_key and not pair.both[0].optional_key:
        yield fact(pair, f"the key `{pair.name}` may be missing now")
