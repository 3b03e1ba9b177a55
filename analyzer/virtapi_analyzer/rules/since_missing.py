"""Nobody can tell from the interface which release is needed for it, and data cannot be told what to leave out.

Who writes a driver or a host for several releases asks what is there from which on. `virtapi.wire` leaves out what an
older release does not know, and knows it by this word.

Asked of every class, function, method, attribute and enum member that no release has had yet, or that came with one
after the first. What a class brings along when it is new itself needs no word of its own.

## What to do instead

Write `@since("R")` on it with the release that brings it; on a field or a constant `Annotated[..., Since("R")]`; for a
member of an enum `@since_members(NAME="R")` on the class.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.lifetimes import came_with_its_class, came_with_the_first

DRIVER = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def stop(self) -> None: ...\n"


@interface_rule(
    summary="What came after the first release does not say with which.",
    examples=(
        Wrong(
            before=(DRIVER,),
            source=DRIVER + "class Disk:\n    size: int",
            at=("Disk",),
            right=DRIVER + '@since("2026.2")\nclass Disk:\n    size: int',
        ),
        Wrong(
            before=(DRIVER + "class Kind(Enum):\n    A = 1", DRIVER + "class Kind(Enum):\n    A = 1\n    B = 2"),
            source=DRIVER + "class Kind(Enum):\n    A = 1\n    B = 2",
            at=("Kind.B",),
            right=DRIVER + '@since_members(B="2026.2")\nclass Kind(Enum):\n    A = 1\n    B = 2',
        ),
        Right(source=DRIVER, because="Before the first release everything is of the first."),
        Right(
            before=(DRIVER,), source=DRIVER + "Names: TypeAlias = list[str]", because="There is no place for the word."
        ),
    ),
)
def since_missing(part: Life) -> Iterator[Fault]:
    if part.first is None or not part.marked or part.element.contract.since is not None:
        return
    if not came_with_the_first(part) and not came_with_its_class(part):
        with_ = f"came with {part.brought}" if part.brought else "is in no release yet"
        yield fault(part, f"`{part.name}` {with_} and does not say so", hint=_hint(part))


def _hint(part: Life) -> str | None:
    if part.brought is None and part.release is not None and part.release in {each.release for each in part.stages}:
        return f"Raise the version of the tree first: it is still {part.release}, which is released."
    return None
