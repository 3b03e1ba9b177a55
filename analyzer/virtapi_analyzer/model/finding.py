"""A finding: a change or a fault, its rule, its severity for each audience, and what this project does about it."""

from dataclasses import dataclass

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.guarding import Told
from virtapi_analyzer.model.level import Level
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.one_source import OneSource
from virtapi_analyzer.model.proof import Proof

__all__ = ["Acceptance", "Finding", "Level"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A finding that the owner takes knowingly.

    `path` is a glob over dotted paths; `expires` is the release after which it no longer holds, None for never; `by` is
    who decided, None where nothing says so.
    """

    rule: str
    path: str
    reason: str
    expires: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One change as it is reported, or one fault of the new side.

    `element` is the path of what a person looks at (a parameter's method); `path` that of the change itself.
    `host` and `driver` are the severities for the two audiences. `instead` says what to do. A fault is not about the
    step between the versions (`alone`): both severities are EQUIVALENT, and `old` is None. `practice` is what hosts say
    of it, None where none was looked at or where they have no say; `of_host` that it is a fault of the host itself.
    `forward` is the severity for a driver of the new version on an old host, and `one_source` whether one driver can
    serve both versions; both are None where nobody asked. `rests_on_any` says that a type checker would say otherwise,
    were every `Any` known.
    `parallel` is the addition beside it that would not break drivers, as code, where there is one.
    `proofs` has one for each audience that it is breaking for, where proofs were asked for.
    """

    rule: str
    path: str
    element: str
    host: Severity
    driver: Severity
    level: Level
    message: str
    instead: str | None
    old: str | None
    new: str | None
    location: Location | None
    acceptance: Acceptance | None = None
    alone: bool = False
    of_host: bool = False
    practice: Told | None = None
    rests_on_any: bool = False
    forward: Severity | None = None
    one_source: OneSource | None = None
    proofs: tuple[Proof, ...] = ()
    parallel: str | None = None

    @property
    def worst(self) -> Severity:
        """The severity for whom it hurts most."""
        return max(self.host, self.driver, self.forward or Severity.EQUIVALENT)
