"""Whoever moves there has to move again, and at once.

Asked of every superseded element whose successor is superseded itself.

## What to do instead

Name what supersedes the successor.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.rules.declaration import Wrong, interface_rule

DRIVER = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def stop(self) -> None: ...\n"
OLD = '@superseded(by="{}", since="2026.1")\n@deprecated("It goes.")\nclass {}: ...\n'


@interface_rule(
    summary="A superseded element names a successor that is superseded itself.",
    examples=(
        Wrong(
            source=DRIVER + OLD.format("Newer", "Old") + OLD.format("Newest", "Newer") + "class Newest: ...",
            at=("Old",),
            right=DRIVER + OLD.format("Newest", "Old") + OLD.format("Newest", "Newer") + "class Newest: ...",
        ),
    ),
)
def successor_superseded(part: Life) -> Iterator[Fault]:
    if part.superseded is not None and part.successor is not None and part.successor.superseded:
        yield fault(part, f"`{part.name}` is superseded by `{part.successor.path}`, which is superseded too")
