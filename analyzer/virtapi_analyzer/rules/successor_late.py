"""The cycle has begun without it: whoever wanted to move could not, and has less time than was promised.

Asked of every superseded element that a release has shipped so without its successor.

## What to do instead

Take the mark back, and supersede the element again with the release that brings the successor.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule

DRIVER = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def stop(self) -> None: ...\n"
OLD = '@superseded(by={}, since="2026.1")\n@deprecated("It goes.")\nclass Old: ...\n'
NEW = '@since("2026.2")\nclass New: ...'


@interface_rule(
    summary="The successor of a superseded element came later than the announcement.",
    examples=(
        Wrong(
            before=(DRIVER + OLD.format("None"),),
            source=DRIVER + OLD.format('"New"') + NEW,
            at=("Old",),
            right=DRIVER + OLD.format("None") + NEW,
        ),
        Right(
            before=(DRIVER + OLD.format('"New"') + "class New: ...",),
            source=DRIVER + OLD.format('"New"') + "class New: ...",
            because="Both came together.",
        ),
    ),
)
def successor_late(part: Life) -> Iterator[Fault]:
    successor = part.successor
    if part.announced is None or successor is None or successor.element is None:
        return
    releases = [stage.release for stage in part.stages]
    if successor.brought is None or releases.index(successor.brought) > releases.index(part.announced):
        came = f"came with {successor.brought}" if successor.brought else "is in no release yet"
        yield fault(part, f"`{part.name}` was superseded in {part.announced}; its successor `{successor.path}` {came}")
