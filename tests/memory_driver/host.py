"""A host that keeps what its drivers tell it, for tests."""

from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from annotated_types import Ge, Le

from virtapi.events import AwaitedEvent, Event
from virtapi.exceptions import AwaitedEventTimeout, ImageUnavailable
from virtapi.host import Call, Expectation, HostServices
from virtapi.objects.image import Image
from virtapi.objects.instance import Instance
from virtapi.objects.request import Progress, Requester
from virtapi.units import ImageId, RequestId, Seconds


@dataclass(kw_only=True)
class MemoryCall(Call):
    """A call that a test can cancel, and whose reports of progress it can read."""

    stopped: bool = False
    reports: list[Progress] = field(default_factory=list[Progress])

    @property
    def requester(self) -> Requester:
        return Requester(request=RequestId("req-1"))

    @property
    def deadline(self) -> datetime | None:
        return None

    def cancelled(self) -> bool:
        return self.stopped

    def progress(self, progress: Progress, /) -> None:
        self.reports.append(progress)


@dataclass(kw_only=True)
class MemoryExpectation(Expectation):
    """What is waited for still."""

    missing: set[AwaitedEvent]

    def release(self, call: Call, events: frozenset[AwaitedEvent], /) -> None:
        self.missing -= events


@dataclass(kw_only=True)
class MemoryHost(HostServices):
    """Events are kept, images are a dict, and what is waited for has happened when a test says so."""

    images: dict[ImageId, bytes] = field(default_factory=dict[ImageId, bytes])
    happened: set[AwaitedEvent] = field(default_factory=set[AwaitedEvent])
    told: list[Event] = field(default_factory=list[Event])
    own_call: MemoryCall = field(default_factory=MemoryCall)

    @property
    def background(self) -> Call:
        return self.own_call

    def emit(self, call: Call, event: Event, /) -> None:
        self.told.append(event)

    def expect_events(
        self,
        call: Call,
        instance: Instance,
        events: frozenset[AwaitedEvent],
        /,
        *,
        timeout: Annotated[Seconds, Ge(0), Le(86400)],
    ) -> AbstractContextManager[Expectation]:
        return self._expect(instance, events)

    def read_image(self, call: Call, image: Image, /) -> AbstractContextManager[Iterator[bytes]]:
        return self._read(image)

    @contextmanager
    def _expect(self, instance: Instance, events: frozenset[AwaitedEvent]) -> Generator[Expectation]:
        expectation = MemoryExpectation(missing=set(events))
        yield expectation
        if missing := expectation.missing - self.happened:
            raise AwaitedEventTimeout(
                instance=instance.uuid, missing=frozenset(f"{each.kind.value} {each.tag}" for each in missing)
            )

    @contextmanager
    def _read(self, image: Image) -> Generator[Iterator[bytes]]:
        if image.id not in self.images:
            raise ImageUnavailable(image=image.id)
        yield iter([self.images[image.id]])
