"""Making an object without the field fails.

Who relied on the default, or left out a key that need not be there, must now give it.

## What to do instead

Keep the default.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import demanded
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field lost its default, or a key that could be missing must be there.",
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "@dataclass\nclass Info:\n    state: int\n    cores: int = 1\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            new=(
                "@dataclass\nclass Info:\n    state: int\n    cores: int\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            at=("Info.cores",),
            host=Severity.NON_BREAKING,
            driver=Severity.BREAKING,
        ),
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
def field_now_required(pair: AttributePair) -> Iterator[Change]:
    if pair.both is None or pair.private or pair.renamed is not None:
        return
    old, new = pair.both
    if demanded(pair.owner and pair.owner.new, new) and not demanded(pair.owner and pair.owner.old, old):
        yield fact(pair, f"the field `{pair.name}` must be given now")
