"""How a breaking finding is known: a small module that fits the old version and not the new one."""

from dataclasses import dataclass
from enum import Enum

from virtapi_analyzer.model.contract import Role


class Status(Enum):
    """What became of the attempt to prove a finding."""

    PROVED = "proved"
    NOT_PROVED = "not proved"
    NO_PROOF = "no proof"


class Judge(Enum):
    """Who was asked."""

    MYPY = "mypy"
    PYTHON = "Python"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Whether a finding is proved for one audience.

    `witness` is the module that was judged, written against the old version; `answer` what the judge says of it beside
    the new one, or where nothing is proved, why not. Without a proof by kind there is no witness, and `answer` is the
    reason.
    """

    audience: Role
    status: Status
    answer: str
    witness: str | None = None
    judge: Judge | None = None
