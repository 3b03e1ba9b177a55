"""The fields of a data class on both sides, with what the constructors' relation says of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from virtapi_analyzer.compare.likeness import renames
from virtapi_analyzer.compare.parameters import longest_rise
from virtapi_analyzer.compare.signatures import charge
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Class,
    ClassKind,
    Parameter,
    ParameterKind,
    Signature,
)
from virtapi_analyzer.model.pair import AnyPair, ClassPair, FieldPair, ItemPair, KeyPair

DATA = frozenset({ClassKind.DATACLASS, ClassKind.NAMED_TUPLE, ClassKind.TYPED_DICT})


def fields(kind: Class, classes: Mapping[str, Class]) -> tuple[Attribute, ...]:
    """The fields of a data class in the order of its constructor: those of the farthest base first, a field that is
    declared again in its old place."""
    found: dict[str, Attribute] = {}
    for path in reversed((kind.path, *kind.mro)):
        own = kind if path == kind.path else classes.get(path)
        for name, member in own.members.items() if own is not None and own.kind in DATA else ():
            element = member.element
            if member.owner == path and isinstance(element, Attribute) and element.kind is AttributeKind.FIELD:
                found[name] = element
    return tuple(found.values())


def field_pairs(
    pair: ClassPair,
    old: Sequence[Attribute],
    new: Sequence[Attribute],
    bases: Sequence[tuple[Class, Class]] = (),
) -> Iterator[AnyPair]:
    """The fields of two sides that are the same kind of data class; nothing where the kinds differ.

    `bases` are those that the class has on both sides.
    """
    if pair.old is None or pair.new is None or pair.old.kind is not pair.new.kind:
        return
    if pair.old.kind is ClassKind.DATACLASS:
        yield from (field for field in _of_dataclass(pair, old, new) if _told_here(field, bases))
    elif pair.old.kind in DATA:
        yield from (field for field in _of_items(pair, old, new) if _told_here(field, bases))


def _told_here(field: FieldPair | ItemPair | KeyPair, bases: Sequence[tuple[Class, Class]]) -> bool:
    """Whether the class itself is the one to tell of the field. What a base of both sides has is told there, but for
    what it does to the order of this class's constructor; what went with a base that people know is told with it, and
    so is what came with one, if it need not be given."""
    if isinstance(field, FieldPair) and field.difference in (FieldDifference.INSERTED, FieldDifference.MOVED):
        return True
    old, new = (side.path.rpartition(".")[0] if side is not None else None for side in (field.old, field.new))
    for first, second in bases:
        if old in (None, first.path, *first.mro) and new in (None, second.path, *second.mro):
            return False
    if field.new is None:
        return old not in field.owner.lost
    return field.old is not None or new not in field.owner.gained or _must_be_given(field.new)


def _must_be_given(field: Attribute) -> bool:
    return field.value is None and field.in_constructor and not field.optional_key


def _of_dataclass(pair: ClassPair, old: Sequence[Attribute], new: Sequence[Attribute]) -> Iterator[FieldPair]:
    written = any(_writes_constructor(side) for side in (pair.old, pair.new))
    if written:  # the fields do not say how it is called
        old, new = ([replace(field, in_constructor=False) for field in side] for side in (old, new))
    before, after = {field.name: field for field in old}, {field.name: field for field in new}
    told: set[str] = set()
    relation = () if written else charge(constructor(old), constructor(new))
    for first, second, charged in relation:
        name = first.name if first is not None else second.name if second is not None else ""
        other = second.name if second is not None else name
        renamed = first is not None and name != other
        told |= {name, other}
        yield FieldPair(
            path=f"{pair.path}.{name}", old=before.get(name), new=after.get(other), roles=pair.roles, flow=pair.flow,
            owner=pair, charge=charged, renamed=f"{pair.path}.{other}" if renamed else None,
        )  # fmt: skip
    for name in dict.fromkeys((*before, *after)):
        if name not in told:
            yield FieldPair(
                path=f"{pair.path}.{name}", old=before.get(name), new=after.get(name), roles=pair.roles,
                flow=pair.flow, owner=pair,
            )  # fmt: skip


def _writes_constructor(side: Class | None) -> bool:
    """Whether a dataclass has a constructor of its own, which is compared like any method."""
    return side is not None and ("init=False" in side.options or "__init__" in side.members)


def constructor(fields_: Sequence[Attribute]) -> Signature:
    """The signature that `dataclass` makes of the fields: keyword-only ones behind the others."""
    parameters = [
        Parameter(
            name=field.name,
            kind=ParameterKind.KEYWORD_ONLY if field.keyword_only else ParameterKind.POSITIONAL_OR_KEYWORD,
            type=field.type,
            default=field.value,
        )
        for field in fields_
        if field.in_constructor
    ]
    return Signature(parameters=tuple(sorted(parameters, key=lambda parameter: parameter.kind)))


def _of_items(pair: ClassPair, old: Sequence[Attribute], new: Sequence[Attribute]) -> Iterator[ItemPair | KeyPair]:
    before, after = {field.name: field for field in old}, {field.name: field for field in new}
    gone = [field for field in old if field.name not in after]
    came = [field for field in new if field.name not in before]
    renamed = {first.name: second.name for first, second in _renamed(pair, gone, came, old, new)}
    stayed = [field.name for field in new if field.name in before]
    steady = longest_rise([(field.name, stayed.index(field.name)) for field in old if field.name in after])
    for name in dict.fromkeys((*before, *(n for n in after if n not in renamed.values()))):
        other = renamed.get(name, name)
        path = f"{pair.path}.{name}"
        renamed_to = f"{pair.path}.{other}" if name in renamed else None
        if pair.old is not None and pair.old.kind is ClassKind.TYPED_DICT:
            yield KeyPair(
                path=path, old=before.get(name), new=after.get(other), roles=pair.roles, flow=pair.flow, owner=pair,
                renamed=renamed_to,
            )  # fmt: skip
        else:
            moved = name in stayed and name not in steady
            yield ItemPair(
                path=path, old=before.get(name), new=after.get(other), roles=pair.roles, flow=pair.flow, owner=pair,
                moved=moved, renamed=renamed_to,
            )  # fmt: skip


def _renamed(
    pair: ClassPair,
    gone: Sequence[Attribute],
    came: Sequence[Attribute],
    old: Sequence[Attribute],
    new: Sequence[Attribute],
) -> list[tuple[Attribute, Attribute]]:
    """A field of a NamedTuple that has another name in the same place, of one type, is renamed; else likeness says."""
    found = renames(gone, came)
    if pair.old is None or pair.old.kind is not ClassKind.NAMED_TUPLE or len(old) != len(new):
        return found
    in_place = [(a, b) for a, b in zip(old, new, strict=True) if a in gone and b in came and _same_type(a, b)]
    return in_place or found


def _same_type(old: Attribute, new: Attribute) -> bool:
    return (old.type and old.type.normal) == (new.type and new.type.normal)
