"""What an element is called among people who know the interface."""


def from_class(path: str) -> str:
    """A dotted path from its class on; one without a class as it is."""
    parts = path.split(".")
    first = next((place for place, part in enumerate(parts) if part.lstrip("_")[:1].isupper()), 0)
    return ".".join(parts[first:])
