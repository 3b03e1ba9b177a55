"""The host asks for the flag and learns nothing: a driver that offers it may lack the methods of one of the classes.

What a driver offers is computed from its classes, so it cannot offer one of the abilities and drop the other.

## What to do instead

Give each ability one flag of its own, and say with `@requires` on the enum where one needs the other.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault
from virtapi_analyzer.model.part import Whole
from virtapi_analyzer.rules.abilities import flagged
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="One flag goes with several abilities, or several flags with one.",
    examples=(
        Wrong(
            source=(
                'class Flag(Enum):\n    PAUSE = "pause"\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable: ...\n"
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Resumable: ..."
            ),
            at=("Resumable",),
            right=(
                'class Flag(Enum):\n    PAUSE = "pause"\n    RESUME = "resume"\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable: ...\n"
                "@driver_interface\n@capability(Flag.RESUME)\nclass Resumable: ..."
            ),
        ),
        Wrong(
            source=(
                'class Flag(Enum):\n    PAUSE = "pause"\n    RESUME = "resume"\n'
                "@driver_interface\n@capability(Flag.PAUSE)\n@capability(Flag.RESUME)\nclass Pausable: ..."
            ),
            at=("Pausable",),
            right=(
                'class Flag(Enum):\n    PAUSE = "pause"\n    RESUME = "resume"\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable: ..."
            ),
        ),
        Right(
            source=(
                'class Flag(Enum):\n    PAUSE = "pause"\n    TAG = "tag"\n'
                "@driver_interface\n@capability(Flag.PAUSE)\nclass Pausable: ..."
            ),
            because="A flag without methods of its own needs no class.",
        ),
    ),
)
def capability_shared(part: Whole) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for kind in flagged(part.interface):
        flag = kind.contract.flag or kind.contract.capability or ""
        name = (kind.contract.capability or "").rpartition(".")[2]
        other = first.setdefault(flag, kind.name)
        if other != kind.name:
            message = f"the flag `{name}` goes with `{kind.name}` and with `{other}`"
            yield Fault(element=kind, path=kind.path, message=message)
        if kind.decorators.count("virtapi.contract.capability") > 1:
            yield Fault(element=kind, path=kind.path, message=f"several flags go with `{kind.name}`")
