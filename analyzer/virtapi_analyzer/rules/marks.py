"""The marks of the contract on both sides of an element, and how its announced end is put into words."""

from virtapi_analyzer.model.contract import Contract
from virtapi_analyzer.model.element import Element, Parameter
from virtapi_analyzer.model.pair import AnyPair, OverloadPair, owner_of


def declared(pair: AnyPair) -> tuple[Contract, Contract] | None:
    """What the element declares on both sides.

    None where there is nothing to tell: a side is absent, the element has another name now (the rename says so), it is
    nobody else's, or another pair holds the same element.
    """
    if pair.both is None or pair.private or isinstance(pair, OverloadPair):
        return None
    old, new = pair.both
    if not (isinstance(old, Element | Parameter) and isinstance(new, Element | Parameter)) or old.name != new.name:
        return None
    return old.contract, new.contract


def in_experimental(pair: AnyPair) -> bool:
    """Whether the class that the element belongs to is experimental on a side, so that its mark says it all."""
    owner = owner_of(pair)
    sides = (owner.old, owner.new) if owner is not None else ()
    return any(side is not None and side.contract.experimental for side in sides)


def ending(contract: Contract) -> bool:
    """Whether the end of the element is announced."""
    return contract.superseded is not None or contract.deprecated is not None


def announcement(contract: Contract) -> str:
    """The announced end of an element, to follow its name in a sentence."""
    superseded = contract.superseded
    if superseded is None:
        return f"is deprecated now: {quoted(contract.deprecated or '')}"
    release = f" since {superseded.since}" if superseded.since else ""
    if superseded.by is None:
        return f"is superseded{release} and has no successor"
    return f"is superseded{release} by `{superseded.by}`"


def quoted(text: str) -> str:
    """A text of the source on one line, in quotes."""
    return f'"{" ".join(text.split())}"'
