"""Making an object without the field fails.

Who relied on the default must now give the field.

## What to do instead

Keep the default.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field of a dataclass must be given where it need not be before.",
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
        Miss(
            old="@dataclass\nclass Info:\n    state: int\n    cores: list[int] = field(default_factory=list)",
            new=(
                "@dataclass\nclass Info:\n    state: int\n"
                "    cores: list[int] = field(default_factory=list, repr=False)"
            ),
            because="A default that a function makes is a default.",
        ),
    ),
)
def field_now_required(pair: FieldPair) -> Iterator[Change]:
    entered = pair.difference is FieldDifference.ENTERED_CONSTRUCTOR and pair.new is not None and pair.new.value is None
    if entered or pair.difference is FieldDifference.DEFAULT_REMOVED:
        yield fact(pair, f"the field `{pair.name}` must be given now", completes=True)
