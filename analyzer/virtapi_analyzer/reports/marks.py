"""Which parts of two definitions differ, by Python's tokens: a name is marked whole or not at all."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

Span = tuple[int, int]

_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w")
_APART = re.compile(r"[\w)]")
# What only separates parameters says nothing, unless nothing else changed.
_SEPARATOR = re.compile(r"(?:[\s,]|[*/](?=\s*,))+")


def changed_parts(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of `old` that are not in `new`, and those of `new` that are not in `old`: `(start, end)`, in order."""
    before, after = ([match.span() for match in _TOKEN.finditer(text)] for text in (old, new))
    words = [old[start:end] for start, end in before], [new[start:end] for start, end in after]
    lost, gained = [], []
    for what, first, last, start, end in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        if first < last:
            lost.append((before[first][0], before[last - 1][1]))
        if start < end:
            gained.append((after[start][0], after[end - 1][1]))
    return tuple(_trimmed(old, _joined(old, lost))), tuple(_trimmed(new, _joined(new, gained)))


def _joined(text: str, spans: list[Span]) -> Iterator[Span]:
    """Neighbours with nothing but punctuation between them, such as a name and its type, are one to the eye."""
    current: Span | None = None
    for span in spans:
        if current is None or _APART.search(text, current[1], span[0]):
            if current is not None:
                yield current
            current = span
        else:
            current = (current[0], span[1])
    if current is not None:
        yield current


def _trimmed(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    for start, end in spans:
        if _WORD.search(text, start, end):
            before = _SEPARATOR.match(text, start, end)
            yield (before.end() if before else start, start + len(text[start:end].rstrip(", ")))
        else:
            yield (start, end)
