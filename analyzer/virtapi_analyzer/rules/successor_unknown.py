"""Whoever is told to move finds nothing to move to.

Asked of every superseded element that names a successor: a name beside it, `Class.name`, or a path.

## What to do instead

Add the successor, or correct its name; where there is none, say `by=None`.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule

DRIVER = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def stop(self) -> None: ...\n"
OLD = '@superseded(by={}, since="2026.1")\n@deprecated("It goes.")\nclass Old:\n    size: int\n'


@interface_rule(
    summary="A superseded element names a successor that is not there.",
    examples=(
        Wrong(source=DRIVER + OLD.format('"New"'), at=("Old",), right=DRIVER + OLD.format('"New"') + "class New: ..."),
        Wrong(
            source=DRIVER + OLD.format('"Other.size"') + "class Other: ...",
            at=("Old",),
            right=DRIVER + OLD.format('"Other.size"') + "class Other:\n    size: int",
        ),
        Right(source=DRIVER + OLD.format("None"), because="It says that it has none."),
    ),
)
def successor_unknown(part: Life) -> Iterator[Fault]:
    if part.successor is not None and part.successor.element is None:
        yield fault(part, f"`{part.name}` is superseded by `{part.successor.path}`, which is not there")
