"""Where a name or a member is there: on which versions of Python, on which platforms."""

from virtapi_analyzer.model.element import Class, Element
from virtapi_analyzer.model.pair import AnyPair, ExportPair, OverloadPair, ParameterPair, owner_of

Condition = str | None
"""The test under which alone something is there; None for everywhere."""


def conditions(pair: AnyPair) -> tuple[Condition, Condition]:
    """The conditions of both sides of a name that a module exports, or of a member; None for whatever else it is, and
    for what came, went or was renamed."""
    if pair.both is None or getattr(pair, "renamed", None) is not None:
        return None, None
    old, new = pair.both
    if isinstance(pair, ExportPair):
        return old.condition, new.condition
    owner = owner_of(pair)
    if owner is None or owner.both is None or isinstance(pair, ParameterPair | OverloadPair):
        return None, None
    return _in_class(owner.both[0], old), _in_class(owner.both[1], new)


def _in_class(owner: Class, element: Element) -> Condition:
    member = owner.members.get(element.name)
    return member.condition if member is not None else None
