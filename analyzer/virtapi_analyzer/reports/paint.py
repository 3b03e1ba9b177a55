"""What a terminal may have: colours, or none, and no characters that move its cursor."""

from collections.abc import Callable

Paint = Callable[[str, str], str]
"""Puts a style ("bold", "dim", "red", "green", "yellow", or "" for none) on a text."""

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33"}


def painted(style: str, text: str) -> str:
    """The text between the escape sequences of a style."""
    return f"\033[{_CODES[style]}m{text}\033[0m" if style and text else text


def plain(_: str, text: str) -> str:
    """The text alone."""
    return text


def printable(words: str) -> str:
    """The words with all that would move the cursor written out: whoever is analysed may have any characters."""
    if words.isprintable():
        return words
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in words)
