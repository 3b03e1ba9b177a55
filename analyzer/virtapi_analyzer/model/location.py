"""Where a person finds something."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a person finds an element: the file as a report prints it, and the line, counted from 1."""

    file: str
    line: int
