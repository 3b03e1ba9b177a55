"""All that is known of how the values of one class travel."""

from collections.abc import Sequence
from dataclasses import dataclass

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a change of the class would do: the rule that would name it, what it says, and whom it would hurt."""

    rule: str
    summary: str
    host: Severity
    driver: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """A class of the interface `label`, who implements it, and each way that its values travel with the shortest steps
    that show it; without any, nobody sends it."""

    label: str
    element: Class
    roles: frozenset[Role]
    ways: Sequence[tuple[Flow, Sequence[Step]]]
    effects: Sequence[Effect]
