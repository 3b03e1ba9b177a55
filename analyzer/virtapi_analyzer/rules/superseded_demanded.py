"""Who has moved to the successor must still provide the old one, or give it, until the day on which it goes.

On that day all have to change at once, whom the cycle was to give time. Asked of every superseded method and property:
it is no longer abstract, and its body calls the successor, or raises what says that there is none. And of every
superseded field of a dataclass: it has a default, or is made of its successor.

## What to do instead

Take the `@abstractmethod` from it and give it a fallback; give the field a default, or `= converted()` and converters.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.element import Attribute, AttributeKind, Function, Property
from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule

DRIVER = "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def halt(self) -> None: ...\n"
OLD = '    @superseded(by="halt", since="2026.1")\n    @deprecated("Use halt.")\n{}    def stop(self) -> None: ...\n'
INFO = "@dataclass(kw_only=True)\nclass Info:\n"


@interface_rule(
    summary="Something that is superseded is still demanded.",
    examples=(
        Wrong(source=DRIVER + OLD.format("    @abstractmethod\n"), at=("Driver.stop",), right=DRIVER + OLD.format("")),
        Wrong(
            source=DRIVER + INFO + '    size: Annotated[int, Superseded(by=None, since="2026.1")]',
            at=("Info.size",),
            right=DRIVER + INFO + '    size: Annotated[int, Superseded(by=None, since="2026.1")] = 0',
        ),
        Right(source=DRIVER + INFO + "    size: int", because="Nothing supersedes it."),
    ),
)
def superseded_demanded(part: Life) -> Iterator[Fault]:
    if part.superseded is None:
        return
    match part.element:
        case Function(abstract=True) | Property(abstract=True):
            yield fault(part, f"`{part.name}` is superseded, and still abstract")
        case Attribute(kind=AttributeKind.FIELD, value=None, in_constructor=True):
            yield fault(part, f"`{part.name}` is superseded, and must still be given")
        case _:
            pass
