"""It was to go with this release: whoever moved did so for nothing, and its successor can still not be relied upon.

An element that one release ships as superseded is there for the whole cycle that follows, and is gone from the next
release. Asked of every superseded element that the release before the last shipped so already.

## What to do instead

Delete it, with the fallbacks and converters of the pair, and make its successor abstract (a field: required).
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule

DRIVER = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def stop(self) -> None: ...\n"
NEW = '@since("2026.2")\nclass New: ...\n'
OLD = '@superseded(by="New", since="2026.2")\n@deprecated("Use New.")\nclass Old: ...'


@interface_rule(
    summary="A superseded element is still there after its cycle.",
    examples=(
        Wrong(
            before=(DRIVER + "class Old: ...", DRIVER + NEW + OLD, DRIVER + NEW + OLD),
            source=DRIVER + NEW + OLD,
            at=("Old",),
            right=DRIVER + NEW,
        ),
        Right(
            before=(DRIVER + "class Old: ...", DRIVER + NEW + OLD),
            source=DRIVER + NEW + OLD,
            because="The last release was the first that shipped it so; it may go now, and need not yet.",
        ),
    ),
)
def superseded_overdue(part: Life) -> Iterator[Fault]:
    if part.superseded is not None and part.announced in part.lines[:-1]:
        message = f"`{part.name}` was superseded in {part.announced} and was to be gone by now"
        yield fault(part, message, lenient=True)
