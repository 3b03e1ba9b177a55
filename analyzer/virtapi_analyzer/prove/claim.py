"""What is to be proved: that a change breaks one audience, as the callers, implementers, makers or readers they are."""

from dataclasses import dataclass
from enum import Enum

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.contract import Role


class Term(Enum):
    """Whom a rule says to be hurt, in its own terms."""

    CALLER = "caller"
    IMPLEMENTER = "implementer"
    PRODUCER = "producer"
    CONSUMER = "consumer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A change that is breaking for an audience, as these terms say."""

    change: Change
    audience: Role
    terms: tuple[Term, ...]
