"""The host asks for the old flag, and no driver offers it any more.

`offers` is false for the flag that the host knows, so it takes a driver that has the ability for one that has not, and
says nothing. A driver that takes its flag back at run time, because the hypervisor below lacks the ability, takes back
the old one, and is called all the same.

## What to do instead

Leave the flag. Where it must have another name, add that as a second name of the same member (`NEW = OLD`).
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared


@rule(
    summary="Another flag goes with an ability.",
    caller=Severity.BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    unprovable="mypy does not know which flag stands for a class",
    examples=(
        Hit(
            old=(
                'class Flag(Enum):\n    HALT = "halt"\n    PAUSE = "pause"\n'
                "@driver_interface\n@capability(Flag.HALT)\nclass Pausable: ..."
            ),
            new=(
                'class Flag(Enum):\n    HALT = "halt"\n    PAUSE = "pause"\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable: ..."
            ),
            at=("Pausable",),
        ),
        Miss(
            old=(
                '@open_enum\nclass Flag(Enum):\n    HALT = "halt"\n'
                "@driver_interface\n@capability(Flag.HALT)\nclass Pausable: ..."
            ),
            new=(
                '@open_enum\nclass Flag(Enum):\n    HALT = "halt"\n    PAUSE = HALT\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable: ..."
            ),
            because="Another name of the same flag.",
            others=("enum-alias-added",),
        ),
    ),
)
def capability_changed(pair: ClassPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts is None:
        return
    old, new = contracts
    if old.capability and new.capability and old.capability != new.capability and old.flag != new.flag:
        before, after = (path.rpartition(".")[2] for path in (old.capability, new.capability))
        yield fact(pair, f"the flag of `{pair.name}` was `{before}` and is now `{after}`")
