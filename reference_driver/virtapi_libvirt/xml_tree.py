"""Elements of XML, and how one is added to another."""

from typing import TypeAlias

from lxml import etree

__all__ = ["Element", "add"]

# lxml has no public name for the class of its elements.
Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
"""An element."""


def add(parent: Element, tag: str, text: str | None = None, /, **attributes: str) -> Element:
    """Add an element at the end of another, and give it back."""
    element = etree.SubElement(parent, tag, attributes)
    element.text = text
    return element
