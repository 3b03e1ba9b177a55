"""What one signature accepts: for each number of positional arguments a product over the names of keywords."""

from collections.abc import Iterator

from virtapi_analyzer.model.element import Parameter, ParameterKind, Signature

ANY_OTHER = "anything"
"""Stands for a keyword that no signature names; `keywords` makes it unlike all of them."""

OUT, IN = frozenset({False}), frozenset({True})
EITHER = OUT | IN


class Shape:
    """What a signature accepts, for one number of positional arguments at a time."""

    def __init__(self, signature: Signature) -> None:
        self.returns = signature.returns
        self.line = tuple(p for p in signature.parameters if p.kind.positional)
        self.keyword_only = tuple(p for p in signature.parameters if p.kind is ParameterKind.KEYWORD_ONLY)
        self.rest = next((p for p in signature.parameters if p.kind is ParameterKind.VAR_POSITIONAL), None)
        self.keywords = next((p for p in signature.parameters if p.kind is ParameterKind.VAR_KEYWORD), None)
        self.place = {p.name: index for index, p in enumerate(self.line)}
        self.named = {p.name: p for p in (*self.line, *self.keyword_only)}

    def takes(self, count: int) -> bool:
        """Whether any call with this many positional arguments binds."""
        return (count <= len(self.line) or self.rest is not None) and not any(self.left_open(count))

    def left_open(self, count: int) -> Iterator[Parameter]:
        """The required positional-only parameters that this many positional arguments do not reach."""
        return (p for p in self.line[count:] if p.required and p.kind is ParameterKind.POSITIONAL_ONLY)

    def allows(self, name: str, count: int) -> frozenset[bool]:
        """Whether a keyword may be in, out, or either, beside this many positional arguments."""
        parameter = self.named.get(name)
        if parameter is None or not parameter.kind.named:
            return EITHER if self.keywords else OUT
        if self.place.get(name, count) < count:
            return OUT
        return IN if parameter.required else EITHER

    def lands(self, position: int) -> Parameter | None:
        """The parameter that a positional argument lands on; None for `*args`."""
        return self.line[position] if position < len(self.line) else None


def keywords(*shapes: Shape) -> tuple[str, ...]:
    """Every keyword that makes a difference to one of these, and one that none of them names."""
    names = tuple(dict.fromkeys(name for shape in shapes for name in shape.named))
    fresh = ANY_OTHER
    while fresh in names:
        fresh += "_"
    return (*names, fresh)
