"""The connection to libvirt: opened when the driver starts, and opened again after it was lost."""

from collections.abc import Callable
from contextlib import suppress
from threading import RLock

import libvirt

from virtapi.exceptions import HypervisorUnavailable
from virtapi_libvirt.errors import is_unsupported

__all__ = ["Connection"]

KEEP_ALIVE = (5, 3)
"""After how many seconds of silence a remote libvirt is asked whether it is there, and how often in vain."""


class Connection:
    """One connection, shared by all threads: libvirt allows that. Whoever needs it asks for it anew each time."""

    def __init__(self, uri: str, opened: Callable[[libvirt.virConnect], None]) -> None:
        """Keep the address. `opened` is called with every connection that is opened, before anybody uses it."""
        self._uri = uri
        self._opened = opened
        self._lock = RLock()
        self._started = False
        self._current: libvirt.virConnect | None = None

    def open(self) -> None:
        """Connect, unless that is done."""
        with self._lock:
            if not self._started:
                self._current = self._connect()
                self._started = True

    def get(self) -> libvirt.virConnect:
        """The connection as it is, or a new one where it was lost.

        Raises:
            HypervisorUnavailable: the driver is not started.
            libvirt.libvirtError: libvirt cannot be reached.
        """
        with self._lock:
            if not self._started:
                raise HypervisorUnavailable(details="the driver is not started")
            if self._current is None or not is_alive(self._current):
                self._forget()
                self._current = self._connect()
            return self._current

    def close(self) -> None:
        """Let go of libvirt, whatever state the connection is in."""
        with self._lock:
            self._started = False
            self._forget()

    def _connect(self) -> libvirt.virConnect:
        # By default libvirt writes every error to the standard error, those that are expected too.
        libvirt.registerErrorHandler(_say_nothing, None)
        connection = libvirt.open(self._uri)
        try:
            _keep_alive(connection)
            self._opened(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _forget(self) -> None:
        lost, self._current = self._current, None
        if lost is not None:
            with suppress(libvirt.libvirtError):
                lost.close()


def is_alive(connection: libvirt.virConnect) -> bool:
    """Whether libvirt can be reached through the connection, as far as is known here."""
    try:
        return connection.isAlive() == 1
    except libvirt.libvirtError:
        return False


def _keep_alive(connection: libvirt.virConnect) -> None:
    """Let libvirt notice that the other side is gone, where there is another side."""
    try:
        connection.setKeepAlive(*KEEP_ALIVE)
    except libvirt.libvirtError as error:
        if not is_unsupported(error):
            raise


def _say_nothing(_: None, __: tuple[int, int, str, int, str, str | None, str | None, int, int]) -> None:
    """Every error is raised as well, and whoever catches it speaks of it."""
