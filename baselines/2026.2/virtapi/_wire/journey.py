"""From the release that writes to the one that reads, and what can go wrong on the way."""

from __future__ import annotations

from dataclasses import dataclass

from virtapi._releases import order_of
from virtapi.wire import NotInRelease, NotUnderstood, UnsupportedRelease, WireError

__all__ = ["Journey"]


@dataclass(frozen=True, slots=True)
class Journey:
    """From the release that writes to the one that reads, and what can go wrong on the way."""

    written: str
    read: str

    def check(self, element: str) -> None:
        """Refuse what is no release."""
        for release in (self.written, self.read):
            try:
                order_of(release)
            except ValueError as error:
                raise self.strange(element, str(error)) from None

    def knows(self, since: str | None) -> bool:
        """Whether the release that reads has what came with another."""
        return since is None or order_of(since) <= order_of(self.read)

    def lost(self, element: str, why: str) -> WireError:
        """What must not be lost has no place."""
        return NotInRelease(element=element, written=self.written, read=self.read, details=why)

    def strange(self, element: str, why: str) -> WireError:
        """What is written is not known, or does not fit."""
        return NotUnderstood(element=element, written=self.written, read=self.read, details=why)

    def too_far(self, element: str, why: str) -> WireError:
        """What lies between the two is not known any more."""
        return UnsupportedRelease(element=element, written=self.written, read=self.read, details=why)
