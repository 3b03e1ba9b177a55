"""What a constant promises."""

from virtapi_analyzer.model.pair import AttributePair


def promised(pair: AttributePair) -> bool:
    """Whether the old side promises that the value stays: it is final, or a module's constant whose type names it."""
    old = pair.old
    literal = old is not None and old.type is not None and old.type.normal.startswith("typing.Literal[")
    return old is not None and (old.final or (literal and pair.owner is None))
