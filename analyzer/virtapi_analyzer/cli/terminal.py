"""What standard output is like."""

import os
import sys

WIDEST = 120


def width() -> int:
    """How wide a text may be."""
    if not sys.stdout.isatty():
        return WIDEST
    import shutil

    return min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)


def coloured(file: str | None) -> bool:
    """Whether colours are wanted: on a terminal that has them, unless `NO_COLOR` is set (https://no-color.org)."""
    terminal = file is None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return terminal and not os.environ.get("NO_COLOR")
