"""The two definitions of an element under each other, what differs marked."""

from collections.abc import Iterator

from virtapi_analyzer.reports.marks import Span, changed_parts
from virtapi_analyzer.reports.paint import Paint

_INDENT = 4
_FOLDED = 8


def definitions(old: str | None, new: str | None, width: int, paint: Paint) -> Iterator[str]:
    """Lines such as `  - def f(a)` and `  + def f(a, b)`, with a line of `~` under what changed.

    A definition that is wider than `width` is folded between its parameters. One that is equal on both sides stands
    once, without a sign.
    """
    if old == new:
        yield from _definition(" ", old or "", (), width, "", paint)
        return
    lost, gained = changed_parts(old, new) if old is not None and new is not None else ((), ())
    if old is not None:
        yield from _definition("-", old, lost, width, "red", paint)
    if new is not None:
        yield from _definition("+", new, gained, width, "green", paint)


def _definition(sign: str, code: str, marked: tuple[Span, ...], width: int, style: str, paint: Paint) -> Iterator[str]:
    for start, end in folded(code, width - _FOLDED):
        indent = f"  {sign} " if start == 0 else " " * _FOLDED
        yield indent + paint(style, code[start:end].rstrip())
        under = "".join("~" if any(first <= at < last for first, last in marked) else " " for at in range(start, end))
        if under.strip():
            yield " " * len(indent) + paint(style, under.rstrip())


def folded(code: str, room: int) -> Iterator[Span]:
    """Where the lines of a definition begin and end that is folded between its parameters."""
    start = 0
    while len(code) - start > room and (comma := code.rfind(", ", start, start + room)) > 0:
        yield start, comma + 2
        start = comma + 2
    if code:
        yield start, len(code)
