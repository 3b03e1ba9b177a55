"""What a constant promises, and what it makes."""

from virtapi_analyzer.model.element import Attribute, AttributeKind
from virtapi_analyzer.model.pair import AttributePair


def promised(pair: AttributePair) -> bool:
    """Whether the old side promises that the value stays: it is final, or a module's constant whose type names it."""
    old = pair.old
    literal = old is not None and old.type is not None and old.type.normal.startswith("typing.Literal[")
    return old is not None and (old.final or (literal and pair.owner is None))


def makes_type(attribute: Attribute) -> bool:
    """Whether it is a `NewType`, which is kept among the type variables."""
    made = attribute.value.normal if attribute.value is not None else None
    return attribute.kind is AttributeKind.TYPE_VARIABLE and made is not None and made.startswith("typing.NewType(")
