"""What the sessions that measure have in common: a committed page, and what they say where they cannot look."""

import sys
from collections.abc import Callable
from pathlib import Path

from virtapi_analyzer.model.errors import AnalyzerError, SourceError


def publish(name: str, page: Path, text: str, *, write: bool, compared: Callable[[str], str] = str) -> bool:
    """Print a page, and write it or say that the committed one is stale; whether it was.

    `compared` leaves out what differs from machine to machine.
    """
    print(text)
    stale = not page.is_file() or compared(page.read_text(encoding="utf-8")) != compared(text)
    if write:
        page.write_text(text, encoding="utf-8")
        return False
    if stale:
        print(f"{name}: {page.name} beside this file is stale, --write writes it", file=sys.stderr)
    return stale


def from_index(name: str, measure: Callable[[], int]) -> int:
    """The exit status of a session that needs the package index: it is skipped where that cannot be asked."""
    try:
        return measure()
    except SourceError as error:
        if unreachable(error):
            print(f"{name}: skipped, {error}")
            return 0
        print(f"{name}: {error}", file=sys.stderr)
        return 2
    except AnalyzerError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return 2


def unreachable(error: SourceError) -> bool:
    """Whether the index could not be asked. One that answers, and lacks a release, has no error below it."""
    return error.__cause__ is not None
