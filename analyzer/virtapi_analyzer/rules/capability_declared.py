"""A flag goes with the class now; nobody asks for it yet.

Whoever inherits the class offers the flag by that alone.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared


@rule(
    summary="A class that was there has a flag now.",
    examples=(
        Hit(
            old='class Flag(Enum):\n    PAUSE = "pause"\n@driver_interface\nclass Able: ...',
            new='class Flag(Enum):\n    PAUSE = "pause"\n@driver_interface\n@capability(Flag.PAUSE)\nclass Able: ...',
            at=("Able",),
        ),
    ),
)
def capability_declared(pair: ClassPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and contracts[1].capability and not contracts[0].capability:
        yield fact(pair, f"the flag `{contracts[1].capability.rpartition('.')[2]}` goes with `{pair.name}` now")
