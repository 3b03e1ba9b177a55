"""A call into a driver, and a waiting for events, as a test has them in its hands."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from virtapi.events import AwaitedEvent
from virtapi.host import Call, Expectation
from virtapi.objects.request import Progress, Requester
from virtapi.units import RequestId


@dataclass(kw_only=True)
class MemoryCall(Call):
    """A call that a test can cancel, and whose reports of progress it can read."""

    stopped: bool = False
    until: datetime | None = None
    reports: list[Progress] = field(default_factory=list[Progress])

    @property
    def requester(self) -> Requester:
        return Requester(request=RequestId("req-1"))

    @property
    def deadline(self) -> datetime | None:
        return self.until

    def cancelled(self) -> bool:
        return self.stopped or (self.until is not None and self.until <= datetime.now(UTC))

    def progress(self, progress: Progress, /) -> None:
        self.reports.append(progress)


@dataclass(kw_only=True)
class MemoryExpectation(Expectation):
    """What is waited for still."""

    missing: set[AwaitedEvent]

    def release(self, call: Call, events: frozenset[AwaitedEvent], /) -> None:
        self.missing -= events
