"""Whom a rule hurts, before it has seen anything: its sides, turned for every place in which it can speak."""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Severity, Sides
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.policy.audiences import turned

NO_ROLES: frozenset[Role] = frozenset()

_CLASSES = (
    ("in what drivers implement", frozenset({Role.DRIVER}), Flow.NOWHERE),
    ("in what the host implements", frozenset({Role.HOST}), Flow.NOWHERE),
)
_VALUES = (
    ("in what the host gives to drivers", NO_ROLES, Flow.TO_DRIVER),
    ("in what drivers give to the host", NO_ROLES, Flow.TO_HOST),
)
_REST = (("in anything else", NO_ROLES, Flow.NOWHERE),)


def verdicts(sides: Sides) -> Iterator[tuple[str, Severity, Severity]]:
    """`(where, host, driver)`, for classes or for values, as the rule's own terms are about one or the other."""
    of_class, of_value = max(sides.caller, sides.implementer), max(sides.producer, sides.consumer)
    places = (*(_CLASSES if of_class >= of_value else ()), *(_VALUES if of_value >= of_class else ()), *_REST)
    for where, roles, flow in places:
        host, driver = turned(sides, roles=roles, flow=flow)
        yield where, host, driver
