"""Spelled types: a union put together, and one taken apart."""

from collections.abc import Iterable, Iterator

LITERAL = "typing.Literal["


def joined(members: Iterable[str]) -> str:
    """A union of spelled types in order, each once, with all literal values in one `Literal`."""
    found = set(members)
    literals = {member for member in found if member.startswith(LITERAL)}
    if literals:
        inside = {value for member in literals for value in split(member[len(LITERAL) : -1], ", ")}
        found = {*(found - literals), f"{LITERAL}{', '.join(sorted(inside))}]"}
    return " | ".join(sorted(found))


def split(spelled: str, separator: str) -> Iterator[str]:
    """The parts of a spelled type: split at a separator that stands outside brackets and texts."""
    depth = start = 0
    quote = ""
    for index, character in enumerate(spelled):
        if quote:
            quote = "" if character == quote and not _escaped(spelled, index) else quote
        elif character in "'\"":
            quote = character
        else:
            depth += (character in "[(") - (character in "])")
            if depth == 0 and spelled.startswith(separator, index):
                yield spelled[start:index]
                start = index + len(separator)
    yield spelled[start:]


def _escaped(text: str, index: int) -> bool:
    """Whether an odd number of backslashes stands before this place."""
    before = text[:index]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
