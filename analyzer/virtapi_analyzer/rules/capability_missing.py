"""The host cannot ask for the ability: no flag says whether a driver offers it.

A driver whose hypervisor lacks it has no way to say so.

Asked of every class below the same root as the classes with `@capability`: a base of theirs in the interface without a
role of its own. What inherits an ability, and is implemented by nobody in particular, is no ability itself.

## What to do instead

Put `@capability(…)` on the class, with a flag of its own.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault
from virtapi_analyzer.model.part import Whole
from virtapi_analyzer.rules.abilities import abilities
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="No flag goes with an ability.",
    examples=(
        Wrong(
            source=(
                'class Flag(Enum):\n    PAUSE = "pause"\n    RESCUE = "rescue"\nclass Ability: ...\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable(Ability): ...\n"
                "@driver_interface\nclass Rescuable(Ability): ..."
            ),
            at=("Rescuable",),
            right=(
                'class Flag(Enum):\n    PAUSE = "pause"\n    RESCUE = "rescue"\nclass Ability: ...\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable(Ability): ...\n"
                "@driver_interface\n@capability(Flag.RESCUE)\nclass Rescuable(Ability): ..."
            ),
        ),
        Wrong(
            source=(
                'class Flag(Enum):\n    PAUSE = "pause"\nclass Ability: ...\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable(Ability): ...\n"
                "class Rescuable(Ability): ..."
            ),
            at=("Rescuable",),
            right=(
                'class Flag(Enum):\n    PAUSE = "pause"\nclass Ability: ...\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable(Ability): ...\n"
                "class Example(Pausable): ..."
            ),
        ),
        Right(
            source=(
                'class Flag(Enum):\n    PAUSE = "pause"\nclass Ability: ...\n'
                "@driver_interface\nclass Driver: ...\n"
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable(Ability): ..."
            ),
            because="What every driver must do is no ability, and the root of the abilities has no methods to call.",
        ),
    ),
)
def capability_missing(part: Whole) -> Iterator[Fault]:
    for kind in abilities(part.interface):
        if kind.contract.capability is None:
            yield Fault(element=kind, path=kind.path, message=f"no flag goes with the ability `{kind.name}`")
