"""A driver that inherits the one has the other without having decided so, and asking for the one answers for both.

## What to do instead

Derive each ability from their common root alone, and say with `@requires` on the enum of flags what one needs of
another.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault
from virtapi_analyzer.model.part import Whole
from virtapi_analyzer.rules.abilities import abilities
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="An ability is a subclass of another.",
    examples=(
        Wrong(
            source=(
                'class Flag(Enum):\n    ATTACH = "attach"\n    EXTEND = "extend"\n'
                "@driver_interface\n@capability(Flag.ATTACH)\nclass Attachable: ...\n"
                "@driver_interface\n@capability(Flag.EXTEND)\nclass Extendable(Attachable): ..."
            ),
            at=("Extendable",),
            right=(
                'class Flag(Enum):\n    ATTACH = "attach"\n    EXTEND = "extend"\n'
                "@driver_interface\n@capability(Flag.ATTACH)\nclass Attachable: ...\n"
                "@driver_interface\n@capability(Flag.EXTEND)\nclass Extendable: ..."
            ),
        ),
        Right(
            source=(
                'class Flag(Enum):\n    ATTACH = "attach"\nclass Ability: ...\n'
                "@driver_interface\n@capability(Flag.ATTACH)\nclass Attachable(Ability): ..."
            ),
            because="The common root is no ability: it has no flag.",
        ),
    ),
)
def ability_derived(part: Whole) -> Iterator[Fault]:
    found = {kind.path: kind for kind in abilities(part.interface)}
    for path, kind in found.items():
        for base in kind.mro:
            if base in found:
                message = f"the ability `{kind.name}` is a subclass of the ability `{found[base].name}`"
                yield Fault(element=kind, path=path, message=message)
