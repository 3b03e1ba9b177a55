"""Who trusts the word asks an older release for what it does not have, or a newer one for what was there long before.

Asked of every element that says with which release it came: that is the first that has it, for what no release has
had yet the one that the tree will become. What was gone and came back came with the release that brought it back.

## What to do instead

Write the release that really brought it; what was there in the first needs no word.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.lifetimes import same_release

DRIVER = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def stop(self) -> None: ...\n"
DISK = 'class Disk:\n    size: Annotated[int, Since("{}")]'


@interface_rule(
    summary="An element says that it came with another release than the one that brought it.",
    examples=(
        Wrong(
            before=(DRIVER,),
            source=DRIVER + '@since("2027.2")\nclass Disk: ...',
            at=("Disk",),
            right=DRIVER + '@since("2026.2")\nclass Disk: ...',
        ),
        Wrong(
            before=(DRIVER, DRIVER + '@since("2026.2")\nclass Disk: ...'),
            source=DRIVER + '@since("2026.1")\nclass Disk: ...',
            at=("Disk",),
            right=DRIVER + '@since("2026.2")\nclass Disk: ...',
        ),
        Wrong(
            before=(DRIVER + "class Disk:\n    size: int",),
            source=DRIVER + DISK.format("2026.2"),
            at=("Disk.size",),
            right=DRIVER + "class Disk:\n    size: int",
        ),
        Right(
            before=(DRIVER + DISK.format("2026.1"),),
            source=DRIVER + DISK.format("2026.1"),
            because="It came with the first, as it says.",
        ),
    ),
)
def since_wrong(part: Life) -> Iterator[Fault]:
    said = part.element.contract.since
    brought = part.brought or part.release
    if said is None or brought is None or same_release(said, brought):
        return
    truth = f"it came with {brought}" if part.brought else f"it is in no release yet, and the tree becomes {brought}"
    yield fault(part, f"`{part.name}` says that it came with {said}; {truth}")
