"""A message of mypy, as it came: place, code and prose. What it means is read in `checker/messages.py` alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One error. Lines are counted from 1, columns from 0; `notes` is what mypy adds below it."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    text: str
    notes: tuple[str, ...] = ()
