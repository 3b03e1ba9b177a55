"""Which way values pass through the type arguments of the interface's own generic classes.

That is read from their members: what is made for a `T` that is only put in comes back. It is a fixpoint, since generic
classes hold each other.
"""

from collections.abc import Mapping

from virtapi_analyzer.compare.mentions import Passing, mentions
from virtapi_analyzer.compare.sending import sent
from virtapi_analyzer.compare.variance import BACK, DOUBLED, SAME, passing
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.interface import Flow, Interface
from virtapi_analyzer.model.type_variable import Variance

OUTWARD = {Role.DRIVER: Flow.TO_HOST, Role.HOST: Flow.TO_DRIVER}
"""Where that goes which the implementer of a class gives away."""
_CLASS_MARK = "~class"
_DECLARED = {
    Variance.COVARIANT: SAME,
    Variance.CONTRAVARIANT: BACK,
    Variance.INVARIANT: DOUBLED,
    Variance.INFERRED: SAME,
}


def passing_in(interface: Interface) -> Passing:
    """How values pass through type arguments: as members of the interface's classes say; where none mentions the type
    variable, as its variance does. A class with a role does with them what its implementer does, whoever names it."""
    generic = {path: kind for path, kind in interface.classes.items() if kind.parameters}
    found = dict.fromkeys(
        ((path, at) for path, kind in generic.items() for at in range(len(kind.parameters))), SAME & BACK
    )

    def passes(head: str, place: int, flow: Flow) -> Flow:
        if head not in interface.classes:
            return passing(head, place, flow)
        inside = found.get((head, place), SAME if head not in generic else Flow.NOWHERE)
        roles = interface.roles.get(head)
        if not roles:
            return inside.along(flow)
        outward = Flow.NOWHERE
        for role in roles:
            outward |= inside.along(OUTWARD[role])
        return outward

    while _grown(
        found,
        {
            path: _own(kind, implemented=bool(interface.roles.get(path)), passes=passes)
            for path, kind in generic.items()
        },
    ):
        pass
    declared = {(path, at): flow for path, kind in generic.items() for at, flow in _declared(kind).items()}
    for key, flow in found.items():
        if flow is Flow.NOWHERE:
            found[key] = declared.get(key, SAME)
    return passes


def _own(kind: Class, *, implemented: bool, passes: Passing) -> Mapping[int, Flow]:
    """The ways of the type variables of a class, as its own members mention them."""
    found: dict[int, Flow] = {}
    for each in sent(kind, implemented=implemented):
        for name, flow in mentions(each.type, each.way, passes) if each.type is not None else ():
            if name.startswith(_CLASS_MARK):
                place = int(name.removeprefix(_CLASS_MARK)) - 1
                found[place] = found.get(place, Flow.NOWHERE) | flow
    return found


def _grown(found: dict[tuple[str, int], Flow], more: Mapping[str, Mapping[int, Flow]]) -> bool:
    before = dict(found)
    for path, flows in more.items():
        for place, flow in flows.items():
            found[path, place] = found.get((path, place), Flow.NOWHERE) | flow
    return found != before


def _declared(kind: Class) -> Mapping[int, Flow]:
    marked = (pair for base in kind.base_types for pair in zip(base.marks, base.variables, strict=False))
    return {
        int(mark.removeprefix(_CLASS_MARK)) - 1: _DECLARED[variable.variance]
        for mark, variable in marked
        if mark.startswith(_CLASS_MARK)
    }
