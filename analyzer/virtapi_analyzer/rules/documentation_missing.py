"""Whoever implements or calls it has to guess what it means: its unit, its states, who may change it.

Asked of every module, class, method, property, field, enum member, constant and function under a public name. What a
documented member of a base is overridden with needs no text of its own, Python's own methods are known, and what a
class is constructed with the class says; construction of a class with a role is a method like others.

## What to do instead

Write a docstring; for a field, a member or a constant a text on the line below it.
"""

from collections.abc import Iterator
from typing import Any

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import MemberPart, SymbolPart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="Something public has no documentation.",
    examples=(
        Wrong(
            source=(
                '@driver_interface\nclass Driver:\n    """A driver."""\n'
                "    def pause(self) -> None: ...\n    LIMIT: ClassVar[str]\n"
            ),
            at=("Driver.LIMIT", "Driver.pause"),
            right=(
                '@driver_interface\nclass Driver:\n    """A driver."""\n'
                '    def pause(self) -> None:\n        """Stop the guest."""\n'
                '    LIMIT: ClassVar[str]\n    """How far."""\n'
            ),
        ),
        Wrong(
            source=(
                '@driver_interface\nclass Driver:\n    """A driver."""\n'
                'class State(Enum):\n    """A state."""\n    ON = "on"\nLIMIT: Final = 3'
            ),
            at=("State.ON", "LIMIT"),
            right=(
                '@driver_interface\nclass Driver:\n    """A driver."""\n'
                'class State(Enum):\n    """A state."""\n    ON = "on"\n    """It runs."""\n'
                'LIMIT: Final = 3\n"""How far."""'
            ),
        ),
        Right(
            source=(
                '@driver_interface\nclass Base:\n    """A driver."""\n'
                '    def pause(self) -> None:\n        """Stop the guest."""\n'
                '@driver_interface\nclass Driver(Base):\n    """A better one."""\n'
                "    def pause(self) -> None: ...\n    def __eq__(self, other: object) -> bool: ...\n"
                "    def _own(self) -> None: ..."
            ),
            because="The base says what the method does, everybody knows `__eq__`, and a private name is nobody's.",
        ),
    ),
)
def documentation_missing(part: SymbolPart[Any]) -> Iterator[Fault]:
    if (part.element.docstring or "").strip():
        return
    if isinstance(part, MemberPart):
        known = part.special and not (part.role is not None and part.name == "__init__")
        if known or part.documented_above:
            return
    yield fault(part, f"`{part.name}` is not documented")
