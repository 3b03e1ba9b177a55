"""Tells a person who waits what is being done."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A function to tell what is being done now. What takes over a second is shown, where standard error is a terminal.

    At the end the line is gone.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    import threading

    timer: threading.Timer | None = None

    def show(what: str) -> None:
        sys.stderr.write(f"\r\033[Kvirtapi: {what} …")
        sys.stderr.flush()

    def tell(what: str) -> None:
        nonlocal timer
        if timer is not None:
            timer.cancel()
        timer = threading.Timer(PATIENCE, show, [what])
        timer.daemon = True
        timer.start()

    try:
        yield tell
    finally:
        if timer is not None:
            timer.cancel()
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
