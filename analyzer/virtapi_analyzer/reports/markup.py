"""Text inside GitHub's Markdown: whatever an interface has in its names, defaults and docstrings stays text.

https://github.github.com/gfm/
"""

import re
from collections.abc import Iterable, Iterator

from virtapi_analyzer.reports.definitions import folded
from virtapi_analyzer.reports.paint import printable

_WIDEST = 100
# GitHub tells a person whose name follows an `@`, and links the issue whose number follows a `#`, unless it is code.
_CODE = re.compile(r"`([^`]+)`|(?<![\w`])([@#]\w(?:[\w.-]*\w)?)")
_SPECIAL = re.compile(r"[\\`*_\[\]|~$!]")
_FIRST = re.compile(r"^(\d{0,9})([.)](?=\s|$)|[#+\-=])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def code(text: str) -> str:
    """A code span on one line."""
    text = printable(text)
    if not text.strip():
        return "` `"
    fence = "`" * (_longest_run(text) + 1)
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def prose(words: str) -> str:
    """A sentence on one line, with what stands between backticks in it as code."""
    words = printable(" ".join(words.split()))
    written, end = [], 0
    for found in _CODE.finditer(words):
        written += [_escaped(words[end : found.start()]), code(found[1] or found[2])]
        end = found.end()
    return _FIRST.sub(r"\1\\\2", "".join([*written, _escaped(words[end:])]))


def block(lines: Iterable[str], language: str) -> str:
    """A block of code."""
    lines = [printable(line) for line in lines]
    fence = "`" * max(3, *(_longest_run(line) + 1 for line in lines), 0)
    return "\n".join([f"{fence}{language}", *lines, fence])


def difference(old: str | None, new: str | None, *, context: str | None = None) -> str:
    """The old and the new code as a block in which GitHub colours them; one that is equal on both sides once.

    `context` is the line that both stand below, such as `class Driver:`.
    """
    indent = "" if context is None else "    "
    signed = [(" ", old)] if old == new else [("-", old), ("+", new)]
    lines = [line for sign, text in signed if text is not None for line in _signed(sign, indent, text)]
    return block([*([] if context is None else [f" {context}"]), *lines], "diff")


def folding(summary: str, body: str) -> str:
    """A part that is folded until somebody opens it. `summary` is our own words."""
    return f"<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"


def _signed(sign: str, indent: str, text: str) -> Iterator[str]:
    for start, end in folded(text, _WIDEST):
        yield f"{sign}{indent}{'' if start == 0 else ' ' * 8}{text[start:end].rstrip()}"


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
    return "".join(_ENTITIES.get(each, each) for each in text)


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
