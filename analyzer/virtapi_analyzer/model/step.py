"""Why the values of a class travel: one step after another, from what a class with a role sends or takes."""

from dataclasses import dataclass
from enum import Enum

from virtapi_analyzer.model.interface import Flow


class StepKind(Enum):
    """How the values of a class come along, in the order in which one of several is told."""

    TAKES = "a method takes them"
    RETURNS = "a method returns them"
    RAISES = "a method raises them"
    HOLDS = "an attribute, a property or a field holds them"
    IMPLICIT = "every method may raise them"
    ARGUMENT = "they are what a base is told to be made for"
    SUBCLASS = "they are values of a base that travels"
    BASE = "values of a subclass travel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: at the element `at` (for TAKES its `parameter`; for SUBCLASS and BASE the class that travels already,
    for IMPLICIT a class with a role), whose type is written as `text`, the values of the class `to` travel this `way`.
    """

    kind: StepKind
    at: str
    to: str
    way: Flow
    parameter: str = ""
    text: str = ""
