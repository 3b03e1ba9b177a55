"""What a change is about: the element of each side, whatever kind of pair it came in."""

from virtapi_analyzer.model.contract import NOTHING_DECLARED, Contract
from virtapi_analyzer.model.element import Element, Export, Location
from virtapi_analyzer.model.pair import AnyPair, CallablePair, OverloadPair, ParameterPair


def location_of(pair: AnyPair) -> Location | None:
    """Where a person finds it: on the new side, or on the old one where that is gone."""
    if isinstance(pair, ParameterPair):
        return location_of(pair.callable)
    sides = (side for side in (pair.new, pair.old) if isinstance(side, Element | Export))
    return next((side.location for side in sides), None)


def path_before(pair: AnyPair) -> str | None:
    """The path of the old side's element where it is defined; for a parameter, of its function. None where it has none.

    What changed is called by the first module that exports it, which may be another.
    """
    if isinstance(pair, ParameterPair):
        return path_before(pair.callable)
    element = pair.old.element if isinstance(pair.old, Export) else pair.old
    return element.path if isinstance(element, Element) else None


def declared_before(pair: AnyPair) -> Contract:
    """What the element itself declared on the old side; for a parameter, what its function declared."""
    if isinstance(pair, ParameterPair):
        return declared_before(pair.callable)
    element = pair.old.element if isinstance(pair.old, Export) else pair.old
    return element.contract if isinstance(element, Element) else NOTHING_DECLARED


def constructs(pair: AnyPair) -> bool:
    """Whether the change is one of a class's constructor."""
    method = pair.callable if isinstance(pair, ParameterPair) else pair
    if not isinstance(method, CallablePair | OverloadPair) or method.owner is None:
        return False
    return method.name in ("__init__", "__new__")


def element_path(path: str) -> str:
    """The path of what a person looks at: for a parameter, its function."""
    return path.partition("(")[0]
