"""libvirt's event loop: one for the whole process, and one thread that runs it while a driver is started."""

from threading import Event, Lock, Thread, current_thread

import libvirt

__all__ = ["acquire", "prepare", "release"]

_lock = Lock()
_prepared = False
_users = 0
_stopping = Event()
_thread: Thread | None = None


def prepare() -> None:
    """Let libvirt use its own event loop; must be done before a connection is opened. It cannot be undone."""
    global _prepared  # noqa: PLW0603 - it is libvirt that has one event loop a process
    with _lock:
        if not _prepared:
            libvirt.virEventRegisterDefaultImpl()
            _prepared = True


def acquire() -> None:
    """Run the loop, in a thread that all users share, until each has called `release`."""
    global _users, _stopping, _thread  # noqa: PLW0603
    with _lock:
        if _users == 0:
            _stopping = Event()
            _thread = Thread(target=_run, args=(_stopping,), name="libvirt-events", daemon=True)
            _thread.start()
        _users += 1


def release() -> None:
    """Stop the loop where nobody else uses it, and wait for its thread."""
    global _users, _thread  # noqa: PLW0603
    with _lock:
        _users -= 1
        if _users > 0 or _thread is None:
            return
        ended, _thread = _thread, None
        _stopping.set()
        # The loop sleeps until something happens: a timer that is due at once wakes it.
        timer = libvirt.virEventAddTimeout(0, _wake, None)
        if ended is not current_thread():
            ended.join()
        libvirt.virEventRemoveTimeout(timer)


def _run(stopping: Event) -> None:
    while not stopping.is_set():
        libvirt.virEventRunDefaultImpl()


def _wake(_: int, __: None) -> None:
    """Nothing else is to be done: the loop looks at `stopping`."""
