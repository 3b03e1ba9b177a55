"""The host asks for the ability and gets an error, or for its flag and gets no.

An ability without a flag can't say whether it is offered: `offered_by` raises `TypeError`, and `offers` is false for
the flag that went with it. Drivers that inherit the class go on, and are not asked.

## What to do instead

Leave the flag with the class for as long as the class is there.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared


@rule(
    summary="No flag goes with an ability any more.",
    caller=Severity.BREAKING,
    unprovable="mypy does not know which flag stands for a class",
    examples=(
        Hit(
            old='class Flag(Enum):\n    PAUSE = "pause"\n@driver_interface\n@capability(Flag.PAUSE)\nclass Able: ...',
            new='class Flag(Enum):\n    PAUSE = "pause"\n@driver_interface\nclass Able: ...',
            at=("Able",),
        ),
        Miss(
            old='class Flag(Enum):\n    PAUSE = "pause"\n@driver_interface\n@capability(Flag.PAUSE)\nclass Able: ...',
            new='class Flag(Enum):\n    PAUSE = "pause"',
            because="The class is gone, and its flag with it.",
            others=("class-removed",),
        ),
    ),
)
def capability_undeclared(pair: ClassPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and contracts[0].capability and not contracts[1].capability:
        flag = contracts[0].capability.rpartition(".")[2]
        yield fact(pair, f"the flag `{flag}` no longer goes with `{pair.name}`")
