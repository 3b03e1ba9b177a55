"""A call under which a fallback takes back what it has begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from virtapi.host import Call

if TYPE_CHECKING:
    from datetime import datetime

    from virtapi.objects.request import Progress, Requester

__all__ = ["Undoing"]


class Undoing(Call):
    """A call that goes on though the one that it stands for may be cancelled: what was begun must be undone."""

    def __init__(self, call: Call) -> None:
        """Stand for a call."""
        self._call = call

    @property
    def requester(self) -> Requester:
        """Who has asked for what is undone."""
        return self._call.requester

    @property
    def deadline(self) -> datetime | None:
        """None: it takes as long as it takes."""
        return None

    def cancelled(self) -> bool:
        """It is wanted whatever happens."""
        return False

    def progress(self, progress: Progress, /) -> None:
        """Report to the call that it stands for."""
        self._call.progress(progress)
