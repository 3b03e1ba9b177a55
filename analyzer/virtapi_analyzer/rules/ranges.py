"""Ranges and units that `Annotated` adds to a type, in the words of `annotated-types`, and how those of two versions
relate. Other metadata is nobody's contract here."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import Attribute, Property, Type
from virtapi_analyzer.model.pair import (
    AnyPair,
    AttributePair,
    CallablePair,
    FieldPair,
    ItemPair,
    KeyPair,
    ParameterPair,
    PropertyPair,
)
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.facts import fact

_WORDS = "annotated_types."
_UNIT = "Unit"
_LEAST, _MOST, _FACTOR, _SHORTEST, _LONGEST = "least", "most", "factor", "shortest", "longest"
_ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "Ge": ("ge",),
    "Gt": ("gt",),
    "Le": ("le",),
    "Lt": ("lt",),
    "Interval": ("gt", "ge", "lt", "le"),
    "MultipleOf": ("multiple_of",),
    "MinLen": ("min_length",),
    "MaxLen": ("max_length",),
    "Len": ("min_length", "max_length"),
}
_BOUNDS = {
    "ge": (_LEAST, False),
    "gt": (_LEAST, True),
    "le": (_MOST, False),
    "lt": (_MOST, True),
    "multiple_of": (_FACTOR, False),
    "min_length": (_SHORTEST, False),
    "max_length": (_LONGEST, False),
}

Bound = tuple[Any, bool]
"""A value, and whether it is itself outside of the range."""


def range_retyped(pair: AnyPair, relation: Relation) -> Iterator[Change]:
    """A place whose type is what it was, within a range that has that relation to the new one."""
    old, new, verdict = _types(pair)
    if old is None or new is None or old.metadata == new.metadata:
        return
    if (verdict is None or verdict.relation is Relation.EQUAL) and related(old.metadata, new.metadata) is relation:
        yield fact(pair, f"the range of {_place(pair)} was `{old.text}` and is now `{new.text}`")


def unit_changed(pair: AnyPair) -> Iterator[Change]:
    """A place whose numbers count something else than before."""
    old, new, _ = _types(pair)
    units = [list(_units(type_.metadata)) for type_ in (old, new) if type_ is not None]
    if len(units) == 2 and all(units) and units[0] != units[1]:
        before, after = (", ".join(each) for each in units)
        yield fact(pair, f"the unit of {_place(pair)} was {before} and is now {after}")


def related(old: Iterable[str], new: Iterable[str]) -> Relation:
    """How the new range relates to the old one."""
    before, after = _bounds(old), _bounds(new)
    found = {_compared(name, before.get(name), after.get(name)) for name in (*before, *after)} - {Relation.EQUAL}
    return found.pop() if len(found) == 1 else Relation.UNRELATED if found else Relation.EQUAL


def _bounds(metadata: Iterable[str]) -> dict[str, Bound]:
    """The bounds, the narrowest of each kind."""
    found: dict[str, Bound] = {}
    for name, bound in (each for text in metadata for each in _of_word(text)):
        if name not in found or _compared(name, found[name], bound) is Relation.NARROWER:
            found[name] = bound
    return found


def _of_word(text: str) -> Iterator[tuple[str, Bound]]:
    call = _call(text)
    if call is None or (names := _ARGUMENTS.get(_word(call))) is None:
        return
    given = [*zip(names, call.args, strict=False), *((keyword.arg, keyword.value) for keyword in call.keywords)]
    for name, node in given:
        value = _value(node)
        if name in _BOUNDS and value is not None and (name != "min_length" or value != 0):
            kind, outside = _BOUNDS[name]
            yield kind, (value, outside)


def _units(metadata: Iterable[str]) -> Iterator[str]:
    calls = (call for text in metadata if (call := _call(text)) is not None)
    yield from (ast.unparse(call.args[0]) for call in calls if _word(call) == _UNIT and call.args)


def _call(text: str) -> ast.Call | None:
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
    known = isinstance(tree, ast.Call) and ast.unparse(tree.func).startswith(_WORDS)
    return tree if isinstance(tree, ast.Call) and known else None


def _word(call: ast.Call) -> str:
    return ast.unparse(call.func).removeprefix(_WORDS)


def _value(node: ast.expr) -> Any:
    """A literal as it is, anything else as it is written."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        return ast.unparse(node)


def _compared(kind: str, old: Bound | None, new: Bound | None) -> Relation:
    if old == new:
        return Relation.EQUAL
    if old is None or new is None:
        return Relation.NARROWER if old is None else Relation.WIDER
    (before, strict), (after, stricter) = old, new
    try:
        if kind == _FACTOR:
            wider, narrower = before % after == 0, after % before == 0
        else:
            sign = 1 if kind in (_LEAST, _SHORTEST) else -1
            narrower = sign * (after - before) > 0 or (after == before and stricter and not strict)
            wider = not narrower
    except (TypeError, ZeroDivisionError):
        return Relation.UNRELATED
    return Relation.WIDER if wider else Relation.NARROWER if narrower else Relation.UNRELATED


def _types(pair: AnyPair) -> tuple[Type | None, Type | None, Any]:
    if pair.both is None or pair.private:
        return None, None, None
    if isinstance(pair, CallablePair):
        old, new = pair.both
        return old.signature.returns, new.signature.returns, pair.returns
    if isinstance(pair, ParameterPair | PropertyPair | AttributePair | FieldPair | ItemPair | KeyPair):
        first, second = pair.both
        return first.type, second.type, pair.types
    return None, None, None


def _place(pair: AnyPair) -> str:
    if isinstance(pair, CallablePair):
        return f"what `{pair.name}` returns"
    new = pair.new
    return f"`{new.name}`" if isinstance(pair, ParameterPair) and new is not None else f"`{pair.name}`"


def given(pair: AnyPair) -> bool:
    """Whether the place is one whose values come from who implements the class or makes the value."""
    return not isinstance(pair, ParameterPair) and not _set_by_both(pair)


def _set_by_both(pair: AnyPair) -> bool:
    """Whether it is an attribute of a class with a role that both sides may set."""
    match pair.new:
        case Property() as value:
            return value.settable
        case Attribute() as value if isinstance(pair, AttributePair) and pair.owner is not None:
            return bool(pair.roles) and not (value.final or value.read_only)
        case _:
            return False
