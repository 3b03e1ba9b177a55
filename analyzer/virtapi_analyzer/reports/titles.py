"""What an element is called among people who know the interface."""

from collections import defaultdict
from collections.abc import Iterable


def from_class(path: str) -> str:
    """A dotted path from its class on; one without a class as it is."""
    parts = path.split(".")
    first = next((place for place, part in enumerate(parts) if part.lstrip("_")[:1].isupper()), 0)
    return ".".join(parts[first:])


def titled(elements: Iterable[str]) -> dict[str, str]:
    """What each element is called: from its class on, where no other element is called the same."""
    called = defaultdict[str, list[str]](list)
    for element in elements:
        called[from_class(element)].append(element)
    return {element: title if len(same) == 1 else element for title, same in called.items() for element in same}
