"""A diagnostic: what is wrong with a driver beside one release, and the report on a driver."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from virtapi_analyzer.model.location import Location

if TYPE_CHECKING:
    from virtapi_analyzer.model.call import Sight


class Weight(Enum):
    """How much a diagnostic counts.

    `ERROR`: the driver fails with this release. `UNKNOWN`: it cannot be judged there. `WARNING` and `NOTE` change no
    verdict.
    """

    ERROR = "error"
    UNKNOWN = "unknown"
    WARNING = "warning"
    NOTE = "note"


class Verdict(Enum):
    """What a driver is to one release."""

    OK = "ok"
    FAILS = "fails"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One mistake, beside one release.

    `path` is the element of the driver, or what it uses of the interface; `reasons` are other signs of the same
    mistake. `suppressed` says that the driver silences it with `# type: ignore`.
    """

    rule: str
    release: str
    path: str
    location: Location
    message: str
    weight: Weight
    instead: str | None = None
    reasons: tuple[str, ...] = ()
    suppressed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How a driver stands beside one release.

    `elsewhere` are messages of mypy that do not concern the interface; `counts` are figures by what they count. `host`
    is how much of a host's calls could be seen, None where none was looked at.
    """

    release: str
    verdict: Verdict
    diagnostics: tuple[Diagnostic, ...]
    elsewhere: tuple[str, ...] = ()
    counts: Mapping[str, int]
    host: "Sight | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DriverReport:
    """What there is to say of a driver: `drivers` are the paths of its classes, `releases` as they were asked for."""

    interface: str
    drivers: tuple[str, ...]
    releases: tuple[Checked, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Those of every release, in order."""
        return tuple(found for release in self.releases for found in release.diagnostics)
