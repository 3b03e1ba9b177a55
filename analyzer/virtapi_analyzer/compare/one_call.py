"""One call that two signatures take alike: what a caller needs that is to serve both versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from virtapi_analyzer.compare.shapes import IN, Shape, keywords
from virtapi_analyzer.model.element import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """A call: its arguments as text, and the names of the parameters, old and new, that it passes (one that
    lands in `*args` has none)."""

    text: str
    passed: Sequence[tuple[str, str]]


def one_call(old: Signature, new: Signature) -> Common | None:
    """The call with the fewest arguments that both take, none of them landing on another parameter; None where every
    call of the one fails with the other, or means something else there."""
    first, second = Shape(old), Shape(new)
    names = keywords(first, second)
    shared = frozenset(first.named) & frozenset(second.named)
    for count in range(max(len(first.line), len(second.line)) + 1):
        if not (first.takes(count) and second.takes(count)):
            continue
        landed = [(_name(first, place), _name(second, place)) for place in range(count)]
        allowed = {name: first.allows(name, count) & second.allows(name, count) for name in names}
        needed = [name for name, ways in allowed.items() if ways == IN]
        strays = any(a != b and {a, b} & shared for a, b in landed) or any(
            name in shared and first.named[name].kind.named is not second.named[name].kind.named for name in needed
        )
        if strays or not all(allowed.values()):
            continue
        text = ", ".join([*(a or b or "…" for a, b in landed), *(f"{name}=…" for name in needed)])
        return Common(text=text, passed=(*landed, *((name, name) for name in needed)))
    return None


def _name(shape: Shape, place: int) -> str:
    landed = shape.lands(place)
    return landed.name if landed is not None else ""
