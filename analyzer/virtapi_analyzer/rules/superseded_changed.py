"""It is there for the cycle so that nobody has to move at once, and now whoever uses it has to.

Asked of every function, method, property, attribute and class that a release shipped as superseded and that is
superseded still: its signature, its type, its bases and what it declares to raise stay as they were.

## What to do instead

Leave it as it was; change its successor, or add another one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.element import Attribute, Class, Element, Function, Property, Type
from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule

HEAD = "@driver_interface\nclass Driver(ABC):\n"
NEW = "    @abstractmethod\n    def halt(self) -> None: ...\n"
OLD = '    @superseded(by="halt", since="2026.1")\n    @deprecated("Use halt.")\n    def stop(self{}) -> None: ...\n'


@interface_rule(
    summary="Something that is superseded was changed.",
    examples=(
        Wrong(
            before=(HEAD + NEW + OLD.format(""),),
            source=HEAD + NEW + OLD.format(", hard: bool = False"),
            at=("Driver.stop",),
            right=HEAD + NEW + OLD.format(""),
        ),
        Right(
            before=(HEAD + NEW + "    def stop(self) -> None: ...",),
            source=HEAD + NEW + OLD.format(", hard: bool = False").replace("2026.1", "2026.2"),
            because="No release has shipped it as superseded yet; how it changes is told by other rules.",
        ),
    ),
)
def superseded_changed(part: Life) -> Iterator[Fault]:
    last = part.stages[-1].element if part.stages else None
    if part.superseded is None or part.announced is None or last is None:
        return
    if _shape(last) != _shape(part.element):
        yield fault(part, f"`{part.name}` is superseded, and is not what it was in {part.stages[-1].release}")


def _shape(element: Element) -> object:
    """What of an element whoever uses it relies upon."""
    match element:
        case Function():
            parameters = [
                (each.name, each.kind, each.default, _normal(each.type)) for each in element.signature.parameters
            ]
            return parameters, _normal(element.signature.returns), element.contract.raises, element.asynchronous
        case Property():
            return _normal(element.type), element.settable, element.deletable
        case Attribute():
            return _normal(element.type), element.value, element.kind
        case Class():
            return element.bases, element.kind
        case _:
            return None


def _normal(type_: Type | None) -> str | None:
    return type_.normal if type_ is not None else None
