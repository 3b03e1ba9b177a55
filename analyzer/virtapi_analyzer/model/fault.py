"""A fault: an element of one interface that is not as a rule asks, whatever it was before."""

from dataclasses import dataclass

from virtapi_analyzer.model.element import Element, Location
from virtapi_analyzer.model.part import AnyPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a rule on one interface yields.

    `element` is where a person finds it; `path` is that of what is wrong (a parameter's, in parentheses behind its
    function's). `message` says in one sentence what is wrong there. `rule` is filled in by the catalogue; `hint` takes
    the place of the rule's general advice where the case knows better. `lenient` says that nobody is hurt yet; `host`
    is the place in the host where that, and not the interface, is wrong, None else.
    """

    element: Element
    path: str
    message: str
    hint: str | None = None
    host: Location | None = None
    rule: str = ""
    lenient: bool = False


def fault(
    part: AnyPart, message: str, *, hint: str | None = None, lenient: bool = False, host: Location | None = None
) -> Fault:
    """What is wrong with the element of this part, or at this place of a host."""
    return Fault(element=part.element, path=part.path, message=message, hint=hint, lenient=lenient, host=host)
