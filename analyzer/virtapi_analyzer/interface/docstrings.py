"""The exceptions that a docstring documents, in Sphinx's, Google's or numpydoc's form."""

import re
from collections.abc import Iterator, Sequence

NAME = r"(?::[\w:]+:)?`{0,2}[~!]?([A-Za-z_][\w.]*)`{0,2}"
"""A name, perhaps in backquotes and with a role before it."""
NAMES = rf"{NAME}(?:\s*(?:,|\bor\b)\s*{NAME})*"
FIELD = re.compile(rf"^\s*:(?:raises?|except|exception)\s+({NAMES})\s*:", re.MULTILINE)
BEHIND = re.compile(rf"^\s*:(?:raises?|except|exception):\s+{NAME}", re.MULTILINE)
ENTRY = re.compile(rf"({NAMES})\s*(?::|$)")


def documented(docstring: str) -> tuple[str, ...]:
    """The names as they are written, in the order of the text, each once."""
    names = [name for field in FIELD.finditer(docstring) for name in _names(field.group(1))]
    names += [name for name in BEHIND.findall(docstring) if _exceptional(name)]
    lines = docstring.splitlines()
    for start, line in enumerate(lines):
        if line.strip() in ("Raises:", "Raises"):
            names += _section(lines[start + 1 :], indent=len(line) - len(line.lstrip()))
    return tuple(dict.fromkeys(names))


def _names(listed: str) -> list[str]:
    return [name for name in re.findall(NAME, listed) if name != "or"]


def _exceptional(name: str) -> bool:
    """Whether a word in a sentence names a class: behind `:raises:` there may be any text."""
    last = name.rstrip(".").rpartition(".")[2]
    return last[:1].isupper() and (("." in name.rstrip(".")) or any(letter.isupper() for letter in last[1:]))


def _section(lines: Sequence[str], *, indent: int) -> Iterator[str]:
    inner: int | None = None
    for line in lines:
        depth = len(line) - len(line.lstrip())
        if not line.strip() or set(line.strip()) == {"-"}:
            continue
        inner = depth if inner is None else inner
        if depth < inner or (depth <= indent and inner > indent):
            return
        found = ENTRY.match(line.strip())
        if depth == inner and found:
            yield from _names(found.group(1))
