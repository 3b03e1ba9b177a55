"""A message of mypy, as it came: place, code and prose. What it means is read in `checker/messages.py` alone."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One error. Lines are counted from 1, columns from 0."""

    file: str
    line: int
    column: int
    end_line: int
    code: str
    text: str


def read_messages(lines: Sequence[str]) -> Iterator[Message]:
    """The errors among the lines that mypy writes as JSON; what is no JSON is none."""
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError:
            continue
        if said["severity"] == "error":
            yield Message(
                file=said["file"],
                line=said["line"],
                column=said["column"],
                end_line=said["end_line"] or said["line"],
                code=said["code"] or "syntax",
                text=said["message"],
            )
