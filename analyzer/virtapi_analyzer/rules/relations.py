"""What the relation of two types means at a place: the facts that the rules of types name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import Attribute, AttributeKind, ClassKind, Function, Property, Type, values_differ
from virtapi_analyzer.model.pair import (
    AnyPair,
    AttributePair,
    CallablePair,
    ClassPair,
    FieldPair,
    ItemPair,
    KeyPair,
    ParameterPair,
    PropertyPair,
)
from virtapi_analyzer.model.relation import Relation, Verdict
from virtapi_analyzer.rules.constants import makes_type, promised
from virtapi_analyzer.rules.facts import fact

_TYPES = (AttributeKind.ALIAS, AttributeKind.TYPE_VARIABLE)
_NONE = "None"
_ANY = "typing.Any"


def parameter_retyped(pair: ParameterPair, relation: Relation) -> Iterator[Change]:
    """A parameter whose type was there and has that relation to the new one."""
    if pair.both is not None and pair.both[0].type is not None and _is(pair.types, relation):
        yield from _told(pair, f"the type of `{pair.both[1].name}`", *_types(pair), pair.types)


def returns_retyped(pair: CallablePair, relation: Relation) -> Iterator[Change]:
    """A function whose result has that relation to the new one; one that returned nothing is another matter."""
    old, new = _types(pair)
    if old is not None and old.normal != _NONE and _is(pair.returns, relation):
        yield from _told(pair, f"what `{pair.name}` returns", old, new, pair.returns)


def value_returned(pair: CallablePair, relation: Relation) -> Iterator[Change]:
    """A function that returned nothing, and whose result has that relation to None now."""
    old, new = _types(pair)
    if old is not None and old.normal == _NONE and _is(pair.returns, relation):
        yield from _told(pair, f"what `{pair.name}` returns", old, new, pair.returns)


def base_retyped(pair: ClassPair, relation: Relation) -> Iterator[Change]:
    """A base of a class whose type arguments make it a type that has that relation to the new one."""
    for base, verdict in pair.retyped:
        if verdict.relation is relation and pair.both is not None:
            old, new = (_with_head(base, side.base_types) for side in pair.both)
            yield _relying(fact(pair, f"`{pair.name}` was a `{old or base}` and is now a `{new or base}`"), verdict)


def _with_head(base: str, types: Sequence[Type]) -> str | None:
    return next((type_.text for type_ in types if type_.normal.partition("[")[0] == base), None)


def varied(pair: ClassPair, *relations: Relation) -> Iterator[Change]:
    """A parameter of a generic class whose variance has one of these relations to the new one."""
    for name, verdict in pair.variances:
        if verdict.relation in relations:
            yield fact(pair, f"`{pair.name}` follows its type argument `{name}` in another way than before")


def setter_retyped(pair: PropertyPair, relation: Relation) -> Iterator[Change]:
    """A property that takes another type than it gives, and takes one that has that relation to the new one."""
    if pair.both is not None and not symmetric(pair) and _is(pair.takes, relation):
        old, new = (side.takes for side in pair.both)
        yield from _told(pair, f"what `{pair.name}` may be set to", old, new, pair.takes)


def symmetric(pair: PropertyPair) -> bool:
    """Whether the property takes what it gives, on both sides."""
    sides = pair.both or ()
    same = (each.takes is None or each.type is None or each.takes.normal == each.type.normal for each in sides)
    return all(same)


def mutable_retyped(pair: AnyPair) -> Iterator[Change]:
    """An attribute or a property that may be set on both sides, and has another type."""
    if _holds_value(pair) and _changed(_types_of(pair)) and not _only_read(pair) and not _held(pair):
        yield from _told(pair, f"the type of `{pair.name}`", *_types(pair), _types_of(pair))


def readonly_retyped(pair: AnyPair, relation: Relation) -> Iterator[Change]:
    """What is only read, and whose type has that relation to the new one."""
    if _holds_value(pair) and _is(_types_of(pair), relation) and _only_read(pair):
        yield from _told(pair, f"the type of `{pair.name}`", *_types(pair), _types_of(pair))


def field_retyped(pair: AnyPair, relation: Relation) -> Iterator[Change]:
    """A field, an item or a key whose type has that relation to the new one."""
    if (isinstance(pair, FieldPair | ItemPair | KeyPair) or _held(pair)) and _is(_types_of(pair), relation):
        yield from _told(pair, f"the type of `{pair.name}`", *_types(pair), _types_of(pair))


def bound_changed(pair: AnyPair, relation: Relation) -> Iterator[Change]:
    """A function, a class or a type variable, of which a bound has that relation to the new one."""
    of_itself = isinstance(pair, AttributePair) and _kind(pair) is AttributeKind.TYPE_VARIABLE and not _new_type(pair)
    bound = pair.bound if isinstance(pair, CallablePair | ClassPair) else _types_of(pair) if of_itself else None
    if _is(bound, relation):
        word = {Relation.NARROWER: "fewer types", Relation.WIDER: "more types"}.get(relation, "other types")
        yield _relying(fact(pair, f"a type variable of `{pair.name}` accepts {word} than before"), bound)


def made_of_another(pair: AttributePair) -> Iterator[Change]:
    """A `NewType` that is made of another type."""
    if _new_type(pair) and _changed(pair.types):
        yield _relying(fact(pair, f"`{pair.name}` is made of another type"), pair.types)


def _new_type(pair: AttributePair) -> bool:
    return pair.both is not None and all(makes_type(side) for side in pair.both)


def annotated_now(pair: AnyPair) -> Iterator[Change]:
    """A place that had no type and has one, in a function that had some."""
    verdict = pair.returns if isinstance(pair, CallablePair) else _types_of(pair)
    old, new = _types(pair)
    if old is None and new is not None and _changed(verdict) and isinstance(pair, ParameterPair | CallablePair):
        what = (
            f"`{pair.both[1].name}`" if isinstance(pair, ParameterPair) and pair.both else f"what `{pair.name}` returns"
        )
        yield _relying(fact(pair, f"{what} had no type and is now `{new.text}`"), verdict)


def annotation_lost(pair: AnyPair) -> Iterator[Change]:
    """A place whose type is gone, or holds an `Any` that makes it fit."""
    verdict = pair.returns if isinstance(pair, CallablePair) else _types_of(pair)
    old, new = _types(pair)
    if isinstance(pair, AttributePair) and not _holds_value(pair):
        return
    if old is not None and verdict is not None and verdict.relation is Relation.EQUAL and _less_said(old, new):
        lost = fact(pair, f"the type was `{old.text}` and is now {'gone' if new is None else f'`{new.text}`'}")
        yield _relying(lost, verdict)


def _less_said(old: Type, new: Type | None) -> bool:
    """Whether the new type has an `Any` that the old one has not."""
    before, after = (_unknowns(type_.normal if type_ is not None else _ANY) for type_ in (old, new))
    return after > before


def _unknowns(normal: str) -> int:
    return normal.count(_ANY) + normal.count("[...")


def typed_now(pair: AnyPair) -> Iterator[Change]:
    """A function or property of which nothing was annotated, and something is."""
    if pair.both is None or pair.private or not isinstance(pair, CallablePair | PropertyPair):
        return
    old, new = (_annotated(side) for side in pair.both)
    if new and not old:
        yield fact(pair, f"`{pair.name}` had no annotations and has some now")


def _annotated(side: Function | Property) -> bool:
    if isinstance(side, Property):
        return side.type is not None
    signatures = (side.signature, *side.overloads)
    return any(each.returns is not None or any(p.type is not None for p in each.parameters) for each in signatures)


def _types_of(pair: AnyPair) -> Verdict | None:
    kinds = ParameterPair | PropertyPair | AttributePair | FieldPair | ItemPair | KeyPair
    return pair.types if isinstance(pair, kinds) else None


def _types(pair: AnyPair) -> tuple[Type | None, Type | None]:
    if pair.both is None:
        return None, None
    if isinstance(pair, CallablePair):
        old, new = pair.both
        return old.signature.returns, new.signature.returns
    if isinstance(pair, ParameterPair | PropertyPair | AttributePair | FieldPair | ItemPair | KeyPair):
        first, second = pair.both
        return first.type, second.type
    return None, None


def _told(pair: AnyPair, what: str, old: Type | None, new: Type | None, verdict: Verdict | None) -> Iterator[Change]:
    before, after = (type_.text if type_ is not None else "not annotated" for type_ in (old, new))
    if before == after and old is not None and new is not None:
        before, after = old.normal, new.normal
    unknown = ", as far as one can know with `Any`" if verdict is not None and verdict.rests_on_any else ""
    yield _relying(fact(pair, f"{what} was `{before}` and is now `{after}`{unknown}"), verdict)


def _relying(change: Change, verdict: Verdict | None) -> Change:
    return replace(change, rests_on_any=verdict is not None and verdict.rests_on_any)


def _is(verdict: Verdict | None, relation: Relation) -> bool:
    return verdict is not None and verdict.relation is relation


def _changed(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.relation is not Relation.EQUAL


def _holds_value(pair: AnyPair) -> bool:
    """Whether it is a property, an attribute or a constant, and no type."""
    if isinstance(pair, AttributePair):
        return _kind(pair) not in _TYPES and not _told_by_value(pair)
    return isinstance(pair, PropertyPair)


def _held(pair: AnyPair) -> bool:
    """Whether it is an attribute of a mere value: of an object of a class that nobody implements, and that is no
    protocol. Who makes the object sets it."""
    if not isinstance(pair, AttributePair) or pair.owner is None or pair.owner.both is None or pair.roles:
        return False
    kinds = {side.kind for side in pair.owner.both}
    return ClassKind.PROTOCOL not in kinds and _holds_value(pair) and not _only_read(pair)


def _told_by_value(pair: AttributePair) -> bool:
    """Whether it is a constant that promises its value, and has another one: its type says no more than that."""
    return pair.both is not None and promised(pair) and values_differ(pair.both[0].value, pair.both[1].value)


def _only_read(pair: AnyPair) -> bool:
    """Whether nobody sets it: a property without a setter, what is final, a constant of a module."""
    if not isinstance(pair, AttributePair | PropertyPair):
        return False
    if isinstance(pair, PropertyPair):
        settable = all(side.settable for side in pair.both or ())
        return pair.both is not None and not (settable and symmetric(pair))
    if pair.owner is None or pair.both is None:
        return True
    return all(side.final or side.read_only for side in pair.both)


def _kind(pair: AttributePair) -> AttributeKind | None:
    sides: tuple[Attribute, ...] = pair.both or ()
    return sides[0].kind if sides else None
