"""Reading the field fails.

The constructor still takes it, and hands it to `__post_init__` (`InitVar`). Objects do not have it any more.

## What to do instead

Keep the field, and let `__post_init__` read it from the object.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="Nothing but the constructor of a dataclass knows a field any more.",
    caller=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "@dataclass\nclass Info:\n    state: int\n    cores: int\n@driver_interface\n"
                "class Driver:\n    def get_info(self) -> Info: ..."
            ),
            new=(
                "from dataclasses import InitVar\n@dataclass\nclass Info:\n    state: int\n    cores: InitVar[int]\n"
                "@driver_interface\nclass Driver:\n    def get_info(self) -> Info: ..."
            ),
            at=("Info.cores",),
            host=Severity.BREAKING,
            driver=Severity.NON_BREAKING,
        ),
        Miss(
            old="from dataclasses import InitVar\n@dataclass\nclass Info:\n    state: int\n    cores: InitVar[int]",
            new="@dataclass\nclass Info:\n    state: int\n    cores: int",
            because="What could not be read before now can.",
        ),
    ),
)
def field_no_longer_kept(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.NO_LONGER_KEPT and not pair.private:
        yield fact(pair, f"`{pair.name}` is only handed to the constructor now: no object has it")
