"""What rules on the lives of elements ask of one."""

from packaging.version import InvalidVersion, Version

from virtapi_analyzer.model.life import Life


def came_with_the_first(part: Life) -> bool:
    """Whether the first release had the element already, or there is no release yet."""
    return part.first is None or part.brought == part.first


def came_with_its_class(part: Life) -> bool:
    """Whether the class around the element came with the same release."""
    return part.in_class and part.owner_brought == part.brought


def same_release(one: str, other: str | None) -> bool:
    """Whether two words for a release mean the same one."""
    try:
        return other is not None and Version(one) == Version(other)
    except InvalidVersion:
        return False
