"""Whoever has a name of that kind, or read the data without it, took it for gone for good.

A driver may have a method of its own of that name by now, and data of releases in between say nothing of it. Asked of
every element that a release had, announced as superseded, and a later one did not have.

## What to do instead

Add it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule

DRIVER = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def stop(self) -> None: ...\n"
OLD = '@superseded(by=None, since="2026.1")\n@deprecated("It goes.")\nclass Old: ...\n'


@interface_rule(
    summary="Something that was superseded and went is there again.",
    examples=(
        Wrong(
            before=(DRIVER + OLD, DRIVER),
            source=DRIVER + '@since("2027.1")\nclass Old: ...',
            at=("Old",),
            right=DRIVER + '@since("2027.1")\nclass Older: ...',
        ),
        Right(
            before=(DRIVER + OLD,), source=DRIVER + "class Old: ...", because="It never went: its end was taken back."
        ),
    ),
)
def superseded_back(part: Life) -> Iterator[Fault]:
    buried = part.buried
    if buried is not None and buried[1].superseded is not None and part.brought is None:
        yield fault(part, f"`{part.name}` was superseded and went after {buried[0]}, and is there again")
