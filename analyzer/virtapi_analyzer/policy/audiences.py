"""Turns a rule's own terms into the two audiences.

A rule speaks of caller and implementer of a class, of producer and consumer of a value. Who these are on this
interface, the role of the class and the flow of the value say; this is the only place that knows it.
"""

from dataclasses import replace

from virtapi_analyzer.model.change import Change, Severity, Sides
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.pair import FieldPair, ItemPair, KeyPair
from virtapi_analyzer.policy.subject import constructs


def audiences(change: Change) -> tuple[Severity, Severity]:
    """How bad the change is for the host, and for a driver.

    Who calls the constructor of a class that nobody implements makes its values; who derives from such a class does so
    at his own risk. A data class with a role is constructed by those who do not implement it.
    """
    sides = change.sides
    if change.pair.roles and isinstance(change.pair, FieldPair | ItemPair | KeyPair):
        sides = replace(sides, caller=max(sides.caller, sides.producer), producer=Severity.NON_BREAKING)
    if not change.pair.roles and constructs(change.pair):
        sides = Sides(producer=max(sides.caller, sides.producer), consumer=sides.consumer)
    return turned(sides, roles=change.pair.roles, flow=change.pair.flow)


def turned(sides: Sides, *, roles: frozenset[Role], flow: Flow) -> tuple[Severity, Severity]:
    """How bad something with these sides is for the host, and for a driver.

    A class with a role is implemented by that side, whichever way its values flow; without one, by the side that its
    values flow from. Where that is both sides, each is hurt as the maker and as the user; what only perhaps flows a way
    may break there at most.
    """
    making = max(sides.implementer, sides.producer)
    using = max(sides.caller, sides.consumer)
    if roles:
        flow = Flow.NOWHERE
        for role in roles:
            flow |= Flow.TO_HOST if role is Role.DRIVER else Flow.TO_DRIVER
    if flow is not Flow.NOWHERE:
        host = max(_as_sure(making, Flow.TO_DRIVER, flow), _as_sure(using, Flow.TO_HOST, flow))
        driver = max(_as_sure(making, Flow.TO_HOST, flow), _as_sure(using, Flow.TO_DRIVER, flow))
        return host, driver
    # Reached from no class with a role: there is nobody but callers, and these are the host's.
    host = max(sides.caller, sides.producer, sides.consumer)
    return host, min(host, Severity.NON_BREAKING)


def _as_sure(severity: Severity, way: Flow, flow: Flow) -> Severity:
    """How bad it is for those whom this way leads to or comes from: where it is only perhaps taken, perhaps; where it
    is not, not."""
    if way in flow:
        return severity
    return min(severity, Severity.POTENTIALLY_BREAKING if way.weakened in flow else Severity.EQUIVALENT)
