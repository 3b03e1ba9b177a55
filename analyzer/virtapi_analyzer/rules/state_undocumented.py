"""After an exception nobody knows what is left behind, after a lost answer nobody knows whether asking again does harm.

Asked of the methods of classes with a role, construction included, where they have a docstring.

## What to do instead

Say in the sections `State:` what holds after an exception, and `Repeats:` what a second call does.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import MethodPart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.docstrings import asked, sections


@interface_rule(
    summary="The documentation of a method does not say what state it leaves, or what a second call does.",
    examples=(
        Wrong(
            source='@driver_interface\nclass Driver:\n    def start(self) -> None:\n        """Start."""',
            at=("Driver.start", "Driver.start"),
            right=(
                "@driver_interface\nclass Driver:\n    def start(self) -> None:\n"
                '        """Start.\n\n        State: on any exception it is stopped.\n'
                '        Repeats: starting what runs does nothing.\n        """'
            ),
        ),
        Right(
            source=(
                "@driver_interface\nclass Driver:\n    @classmethod\n"
                '    def offered_by(cls, driver: str, /) -> bool:\n        """Whether it is there."""'
            ),
            because="A question to the class leaves no state.",
        ),
    ),
)
def state_undocumented(part: MethodPart) -> Iterator[Fault]:
    docstring = asked(part)
    if docstring is None:
        return
    for section in ("State", "Repeats"):
        if not sections(docstring).get(section, "").strip():
            yield fault(part, f"the section `{section}` is missing")
