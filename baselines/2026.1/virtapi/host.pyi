"""What the host implements for its drivers."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Annotated

from annotated_types import Ge, Le

from virtapi.contract import concurrent, host_interface, raises
from virtapi.events import AwaitedEvent, Event
from virtapi.exceptions import AwaitedEventFailed, AwaitedEventTimeout, ImageUnavailable
from virtapi.objects.image import Image
from virtapi.objects.instance import Instance
from virtapi.objects.request import Progress, Requester
from virtapi.units import Seconds

__all__ = ["Call", "Expectation", "HostServices"]

@host_interface
class Call(ABC):
    """One call of the host into a driver: who asks for it, until when, and whether it is still wanted.

    It may cross threads and is handed on to `HostServices`. A driver never keeps it beyond the call; for work of its
    own it has `HostServices.background`.
    """

    @property
    @abstractmethod
    def requester(self) -> Requester:
        """Who asks."""

    @property
    @abstractmethod
    def deadline(self) -> datetime | None:
        """Until when the result is of use, with its zone; None: for ever. A driver should not go on after it."""

    @abstractmethod
    @raises()
    @concurrent
    def cancelled(self) -> bool:
        """Whether the result is no longer wanted.

        A driver that does long work asks now and then, and lets out `CallCancelled` where its method declares it.

        Returns:
            True from the moment on at which the host no longer wants the result, for ever.
        State: nothing is changed.
        Repeats: asks again.
        """

    @abstractmethod
    @raises()
    @concurrent
    def progress(self, progress: Progress, /) -> None:
        """Report how far the work is.

        Args:
            progress: how far the work is now; the last report counts.
        State: nothing is changed but what the host shows to people.
        Repeats: may be called as often as one likes; the host may ignore reports that come too fast.
        """

@host_interface
class Expectation(ABC):
    """Events of other services that are being waited for: what `HostServices.expect_events` gives."""

    @abstractmethod
    @raises()
    @concurrent
    def release(self, call: Call, events: frozenset[AwaitedEvent], /) -> None:
        """Stop waiting for some of the events, because they are known to have happened or no longer matter.

        Args:
            call: the call that the driver works for.
            events: those that are no longer waited for; what was never waited for is ignored.
        State: once none is left, the waiting ends.
        Repeats: releasing what is released does nothing.
        """

@host_interface
class HostServices(ABC):
    """What a driver may ask its host for, from any thread, from `start` until `stop` has returned."""

    @property
    @abstractmethod
    def background(self) -> Call:
        """The call of work that a driver does by itself, such as events from its hypervisor.

        Nobody asked for it, it has no deadline, and it is cancelled when the driver is to stop. It may be kept.
        """

    @abstractmethod
    @raises()
    @concurrent
    def emit(self, call: Call, event: Event, /) -> None:
        """Tell the host that something happened.

        Args:
            call: the call that the driver works for; `background` where there is none.
            event: what happened. Events of one instance are told in the order in which they happened.
        State: nothing is changed but what the host knows.
        Repeats: every call is an event of its own.
        After: the host has taken note of the event, and has not necessarily acted on it.
        """

    @abstractmethod
    @raises(AwaitedEventFailed, AwaitedEventTimeout)
    @concurrent
    def expect_events(
        self,
        call: Call,
        instance: Instance,
        events: frozenset[AwaitedEvent],
        /,
        *,
        timeout: Annotated[Seconds, Ge(0), Le(86400)],
    ) -> AbstractContextManager[Expectation]:
        """Wait, at the end of a `with` block, for events that what is done in the block will bring about.

        The waiting begins before the block, so that no event is missed: plug the interfaces inside of it.

        Args:
            call: the call that the driver works for.
            instance: the instance that the events are about.
            events: all that must happen; with none of them the block ends at once.
            timeout: how long to wait at the end of the block, in seconds, 0 to 86400.
        Returns:
            A context manager to be entered once. Its end waits, unless the block raised an exception.
        Raises:
            AwaitedEventFailed: at the end of the block, another service has reported that one of the events failed.
            AwaitedEventTimeout: at the end of the block, not all events have come in time.
        State: whatever is raised, nothing is waited for afterwards.
        Repeats: each call waits for itself; two may wait for the same event.
        """

    @abstractmethod
    @raises(ImageUnavailable)
    @concurrent
    def read_image(self, call: Call, image: Image, /) -> AbstractContextManager[Iterator[bytes]]:
        """Read the data of an image from the image service, as a stream.

        Args:
            call: the call that the driver works for.
            image: the image to read.
        Returns:
            A context manager to be entered once; it gives the data in pieces, in order, and ends the stream when left.
        Raises:
            ImageUnavailable: the image is gone, not ready, or may not be read. Raised on entry or while reading.
        State: nothing is changed; where it ends with an exception, part of the data has been read.
        Repeats: every call reads from the beginning.
        """
