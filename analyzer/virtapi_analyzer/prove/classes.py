"""Witnesses for whole classes: taken for their bases, made, told apart, compared, and derived from."""

from collections.abc import Iterator

from virtapi_analyzer.compare.typed_places import differ
from virtapi_analyzer.model.element import Attribute, AttributeKind, Class, ClassKind
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.prove import data, overrides, values
from virtapi_analyzer.prove.declaring import function_of, indented, subclass
from virtapi_analyzer.prove.spelling import Spelling, Versions
from virtapi_analyzer.prove.witness import Witness, witness

_COMPARISONS = ("<", "==")


def used(versions: Versions, pair: ClassPair, kind: Class) -> Iterator[Witness]:
    """What holders of an object do with it."""
    yield from _named(versions, kind)
    yield from _as_bases(versions, pair, kind)
    yield from _asked_for(versions, kind)
    yield from values.matched(versions, kind)
    yield from _compared(versions, kind)
    for field in _fields(pair, kind):
        yield from data.read(versions, pair, kind, field)
        yield from data.changed(versions, pair, kind, field)
    yield from _as_data(versions, kind)


def made(versions: Versions, pair: ClassPair, kind: Class) -> Iterator[Witness]:
    """Objects made of it."""
    yield from _named(versions, kind)
    if _made_alike(versions, pair, kind):
        yield from data.made(versions, kind)
    yield from _as_data(versions, kind)


def derived(versions: Versions, pair: ClassPair, kind: Class) -> Iterator[Witness]:
    """Classes below it."""
    yield from overrides.implemented(versions, kind)
    if not kind.final:
        yield subclass(Spelling(versions), kind, ["pass"])
        yield from _mixed(versions, pair, kind)
    yield from _frozen(versions, kind)
    yield from data.extended(versions, kind)
    yield from _as_bases(versions, pair, kind)


def nested(versions: Versions, kind: Class, path: str) -> Iterator[Witness]:
    """A class that goes by this path, named, made, derived from, and taken for what it was."""
    spelling = Spelling(versions)
    yield witness(spelling, function_of([f"it: {spelling.name(path)}"], ["pass"]))
    yield from data.made(versions, kind)
    if path != kind.path:
        spelling = Spelling(versions)
        yield witness(spelling, f"result: type[{spelling.name(kind.path)}] = {spelling.name(path)}\n")


def _named(versions: Versions, kind: Class) -> Iterator[Witness]:
    """Its name with the arguments that it took."""
    yield from _body_named(versions, kind)
    if kind.parameters:
        spelling = Spelling(versions)
        arguments = ", ".join(spelling.argument(kind, number) for number in range(1, len(kind.parameters) + 1))
        yield witness(spelling, function_of([f"it: {spelling.name(kind.path)}[{arguments}]"], ["pass"]))


def _body_named(versions: Versions, kind: Class) -> Iterator[Witness]:
    spelling = Spelling(versions)
    yield witness(spelling, function_of([f"it: {spelling.class_(kind)}"], ["pass"]))


def _as_bases(versions: Versions, pair: ClassPair, kind: Class) -> Iterator[Witness]:
    """An object where one of a base that went is asked for."""
    for path in pair.lost or ():
        above = versions.old.classes.get(path)
        if path.startswith(("typing.", "abc.")) and path not in ("typing.Hashable", "typing.Sized"):
            continue
        spelling = Spelling(versions)
        base = spelling.class_(above) if above is not None else spelling.name(path)
        yield witness(spelling, f"def use(it: {spelling.class_(kind)}) -> {base}:\n    return it\n")
        spelling = Spelling(versions)
        base = spelling.class_(above) if above is not None else spelling.name(path)
        yield witness(spelling, f"def use(it: type[{spelling.class_(kind)}]) -> type[{base}]:\n    return it\n")


def _asked_for(versions: Versions, kind: Class) -> Iterator[Witness]:
    """An object told apart from others."""
    if kind.kind is ClassKind.TYPED_DICT or not _tells_apart(kind):
        return
    spelling = Spelling(versions)
    yield witness(spelling, function_of(["it: object"], [f"isinstance(it, {spelling.name(kind.path)})"]))


def _tells_apart(kind: Class) -> bool:
    return kind.kind is not ClassKind.PROTOCOL or any(each.endswith("runtime_checkable") for each in kind.decorators)


def _compared(versions: Versions, kind: Class) -> Iterator[Witness]:
    for sign in _COMPARISONS:
        spelling = Spelling(versions)
        name = spelling.class_(kind)
        yield witness(spelling, function_of([f"it: {name}", f"value: {name}"], [f"it {sign} value"]))
    spelling = Spelling(versions)
    hashable = spelling.name("collections.abc.Hashable")
    yield witness(spelling, f"def use(it: {spelling.class_(kind)}) -> {hashable}:\n    return it\n")


def _as_data(versions: Versions, kind: Class) -> Iterator[Witness]:
    """What the standard library does with objects of that kind."""
    calls = {
        ClassKind.DATACLASS: ("dataclasses.asdict", "dataclasses.fields", "dataclasses.replace"),
        ClassKind.TYPED_DICT: ("dict",),
        ClassKind.NAMED_TUPLE: ("tuple",),
    }.get(kind.kind, ())
    for path in calls:
        spelling = Spelling(versions)
        yield witness(spelling, function_of([f"it: {spelling.class_(kind)}"], [f"{spelling.name(path)}(it)"]))


def _mixed(versions: Versions, pair: ClassPair, kind: Class) -> Iterator[Witness]:
    """A class that has a metaclass of its own, where there was none or another one."""
    if pair.metaclasses is None:
        return
    spelling = Spelling(versions)
    above = pair.metaclasses[0]
    given = f"class Meta({spelling.name(above) if above is not None else 'type'}): ..."
    yield witness(spelling, f"class Witness({spelling.class_(kind)}, metaclass=Meta):\n    pass\n", given=given)


def _frozen(versions: Versions, kind: Class) -> Iterator[Witness]:
    """A dataclass below, which must be frozen as its base is."""
    if kind.kind is not ClassKind.DATACLASS:
        return
    spelling = Spelling(versions)
    frozen = "(frozen=True)" if "frozen=True" in kind.options else ""
    lines = [f"@{spelling.name('dataclasses.dataclass')}{frozen}", f"class Witness({spelling.class_(kind)}):"]
    yield witness(spelling, "\n".join([*lines, *indented(["pass"])]) + "\n")


def _fields(pair: ClassPair, kind: Class) -> Iterator[Attribute | None]:
    """The fields that the new version has too, as they were: of the others their own findings tell."""
    yield None
    new = pair.new.members if pair.new is not None else {}
    for name, each in kind.members.items():
        other = new[name].element if name in new else None
        if not isinstance(each.element, Attribute) or each.element.kind is not AttributeKind.FIELD:
            continue
        if isinstance(other, Attribute) and not differ(each.element.type, other.type):
            yield each.element


def _made_alike(versions: Versions, pair: ClassPair, kind: Class) -> bool:
    """Whether both versions take the same arguments where an object is made, or one of them says nothing of it."""
    if pair.new is None:
        return True
    sides = (data.signature_of(versions.old.classes, kind), data.signature_of(versions.new.classes, pair.new))
    old, new = (None if side is None else [(p.name, p.required) for p in side.parameters] for side in sides)
    return old is None or new is None or old == new
