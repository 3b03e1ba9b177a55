"""Drivers and hosts reckon from that release how long they have, and find the element gone too early or there too long.

Asked of every superseded element: the release that superseded it is the first that shipped it so, for what no release
has shipped so yet the one that the tree will become.

## What to do instead

Write the release that really superseded it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.lifetimes import same_release

DRIVER = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def stop(self) -> None: ...\n"
NEW = '@since("2026.2")\nclass New: ...\n'
OLD = '@superseded(by="New", since="{}")\n@deprecated("Use New.")\nclass Old: ...'


@interface_rule(
    summary="An element says that another release superseded it than the one that did.",
    examples=(
        Wrong(
            before=(DRIVER + "class Old: ...",),
            source=DRIVER + NEW + OLD.format("2026.1"),
            at=("Old",),
            right=DRIVER + NEW + OLD.format("2026.2"),
        ),
        Wrong(
            before=(DRIVER + "class Old: ...", DRIVER + NEW + OLD.format("2026.2")),
            source=DRIVER + NEW + OLD.format("2027.1"),
            at=("Old",),
            right=DRIVER + NEW + OLD.format("2026.2"),
        ),
        Right(source=DRIVER + NEW + OLD.format("2026.1"), because="The first release ships it so."),
    ),
)
def superseded_since_wrong(part: Life) -> Iterator[Fault]:
    said = part.superseded
    announced = part.announced or part.release
    if said is None or announced is None or same_release(said.since, announced):
        return
    truth = f"{announced} was the first" if part.announced else f"no release has yet, and the tree becomes {announced}"
    yield fault(part, f"`{part.name}` says that {said.since or 'no release'} superseded it; {truth}")
