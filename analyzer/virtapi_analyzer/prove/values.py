"""Witnesses for attributes, properties, constants and enum members: read, set and overridden as before."""

import ast
from collections.abc import Iterator

from virtapi_analyzer.compare.typed_places import differ
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Attribute, AttributeKind, Class, ClassKind, Property, Type, Value
from virtapi_analyzer.model.pair import AnyPair, AttributePair, PropertyPair
from virtapi_analyzer.prove.declaring import function_of, indented, member, subclass
from virtapi_analyzer.prove.spelling import Spelling, Versions
from virtapi_analyzer.prove.witness import Witness, witness

Valued = Attribute | Property


def used(versions: Versions, pair: AnyPair, kind: Class, old: Valued) -> Iterator[Witness]:
    """What whoever has an object does with a member of it."""
    yield from read(versions, pair, kind, old)
    yield from set_(versions, pair, kind, old)


def read(versions: Versions, pair: AnyPair, kind: Class, old: Valued) -> Iterator[Witness]:
    """The value read, from an object and from its class."""
    for text in _expected(old):
        for of_class in (False, True):
            if of_class and not _of_class(old):
                continue
            spelling = Spelling(versions)
            name, it = spelling.class_(kind), receiver(pair)
            said = f"{it}: type[{name}]" if of_class else f"{it}: {name}"
            type_ = spelling.type(text, unknown=True, receiver=name) if text is not None else None
            yield _function(spelling, [said], f"result{f': {type_}' if type_ else ''} = {it}.{old.name}")


def set_(versions: Versions, pair: AnyPair, kind: Class, old: Valued) -> Iterator[Witness]:
    """The value set, on an object and on its class."""
    if not settable(kind, old):
        return
    for of_class in (False, True):
        if of_class and not _of_class(old):
            continue
        spelling = Spelling(versions)
        name, it = spelling.class_(kind), receiver(pair)
        said = f"{it}: type[{name}]" if of_class else f"{it}: {name}"
        value = spelling.type(old.type, unknown=True, receiver=name)
        yield _function(spelling, [said, f"value: {value}"], f"{it}.{old.name} = value")


def overridden(versions: Versions, pair: AnyPair, kind: Class, old: Valued) -> Iterator[Witness]:
    """The old declaration below; and, unless it only has another type, what is inherited read and set from below."""
    spelling = Spelling(versions)
    lines = member(spelling, old, typed=lambda type_: spelling.type(type_, unknown=True))
    if lines and not old.final:
        yield subclass(spelling, kind, lines)
    if kind.kind is ClassKind.PROTOCOL or _only_retyped(pair):
        return
    for type_ in _expected(old):
        spelling = Spelling(versions)
        result = f": {spelling.type(type_, unknown=True)}" if type_ is not None else ""
        yield subclass(spelling, kind, ["def use(self) -> None:", f"    result{result} = self.{old.name}"])
    if settable(kind, old):
        spelling = Spelling(versions)
        value = spelling.type(old.type, unknown=True)
        yield subclass(spelling, kind, [f"def use(self, value: {value}) -> None:", f"    self.{old.name} = value"])


def constant(versions: Versions, path: str, old: Attribute) -> Iterator[Witness]:
    """A constant of a module, read."""
    for type_ in _expected(old):
        spelling = Spelling(versions)
        result = f": {spelling.type(type_, unknown=True)}" if type_ is not None else ""
        yield witness(spelling, f"result{result} = {spelling.name(path)}\n")


def enum_member(versions: Versions, kind: Class, old: Attribute) -> Iterator[Witness]:
    """A member of an enum, named, and its value."""
    spelling = Spelling(versions)
    yield witness(spelling, f"result = {spelling.name(kind.path)}.{old.name}\n")
    literal = _literal(old.value)
    if literal is not None:
        spelling = Spelling(versions)
        result = spelling.type(literal)
        yield witness(spelling, f"result: {result} = {spelling.name(kind.path)}.{old.name}.value\n")


def matched(versions: Versions, kind: Class) -> Iterator[Witness]:
    """All members of an enum told apart, and nothing left."""
    if kind.kind is not ClassKind.ENUM:
        return
    spelling = Spelling(versions)
    name = spelling.name(kind.path)
    names = [each.element.name for each in kind.members.values() if is_member(each.element)]
    cases = [line for each in names for line in (f"case {name}.{each}:", "    pass")]
    rest = ["case _:", f"    {spelling.name('typing.assert_never')}(it)"]
    lines = [f"def use(it: {name}) -> None:", *indented(["match it:", *indented([*cases, *rest])])]
    yield witness(spelling, "\n".join(lines) + "\n")


def alias(versions: Versions, path: str, old: Attribute) -> Iterator[Witness]:
    """What an alias stood for, taken for it, and it for that."""
    for back in (False, True):
        spelling = Spelling(versions)
        target = spelling.type(old.type, unknown=True)
        marks = spelling.variables()
        name = spelling.name(path) + (f"[{', '.join(marks)}]" if marks else "")
        first, second = (name, target) if back else (target, name)
        yield witness(spelling, f"def use(it: {first}) -> {second}:\n    return it\n")


def new_type(versions: Versions, path: str, base: Type) -> Iterator[Witness]:
    """A `NewType`, made of what it was made of, and taken for that."""
    spelling = Spelling(versions)
    yield witness(spelling, f"def use(value: {spelling.type(base)}) -> None:\n    {spelling.name(path)}(value)\n")
    spelling = Spelling(versions)
    yield witness(spelling, f"def use(it: {spelling.name(path)}) -> {spelling.type(base)}:\n    return it\n")


def type_variable(versions: Versions, path: str, old: Attribute) -> Iterator[Witness]:
    """A type variable of a module in a function of one's own, called with all that it accepted, and taken for that."""
    accepted = _accepted(old)
    spelling = Spelling(versions)
    name = spelling.name(path)
    target = spelling.type(accepted)
    given = f"def same(it: {name}) -> {name}:\n    return it\n"
    yield witness(spelling, f"def use(value: {target}) -> None:\n    same(value)\n", given=given)
    spelling = Spelling(versions)
    name = spelling.name(path)
    target = spelling.type(accepted)
    yield witness(spelling, f"def use(it: {name}) -> {name}:\n    value: {target} = it\n    return it\n")


def settable(kind: Class, old: Valued) -> bool:
    """Whether an object's holder may set it."""
    if isinstance(old, Property):
        return old.settable
    frozen = "frozen=True" in kind.options or kind.kind is ClassKind.NAMED_TUPLE
    return not (old.final or old.read_only or frozen or old.kind is AttributeKind.MEMBER)


def is_member(element: object) -> bool:
    """Whether an element is a member of an enum."""
    return isinstance(element, Attribute) and element.kind is AttributeKind.MEMBER


def receiver(pair: AnyPair) -> str:
    """What an object of a class is called, by who implements it."""
    return "driver" if Role.DRIVER in pair.roles else "services" if Role.HOST in pair.roles else "it"


def _only_retyped(pair: AnyPair) -> bool:
    """Whether the new version has it too, as the same kind of thing and under the same name, with another type."""
    match pair:
        case AttributePair(old=Attribute() as old, new=Attribute() as new, renamed=None):
            return differ(old.type, new.type)
        case PropertyPair(old=Property() as old, new=Property() as new, renamed=None):
            return differ(old.type, new.type)
        case _:
            return False


def _expected(old: Valued) -> Iterator[Type | None]:
    """The types that a reader counts on; None for any."""
    if old.type is not None:
        yield old.type
    yield None
    if isinstance(old, Attribute) and (old.final or old.type is None):
        literal = _literal(old.value)
        if literal is not None:
            yield literal


def _literal(value: Value | None) -> Type | None:
    """The type of a value that has one of its own."""
    if value is None or value.normal is None:
        return None
    try:
        found = ast.literal_eval(value.normal)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    if not isinstance(found, bool | int | str | bytes):
        return None
    text = f"typing.Literal[{found!r}]"
    return Type(text=text, normal=text)


def _of_class(old: Valued) -> bool:
    return isinstance(old, Attribute) and (
        old.class_variable or old.kind in (AttributeKind.CLASS, AttributeKind.MEMBER)
    )


def _accepted(old: Attribute) -> Type:
    """What a type variable accepts, as its definition says."""
    text = "object"
    try:
        call = ast.parse(old.value.normal if old.value is not None and old.value.normal else "", mode="eval").body
    except SyntaxError:
        call = None
    if isinstance(call, ast.Call):
        bounds = [ast.unparse(word.value) for word in call.keywords if word.arg == "bound"]
        text = bounds[0] if bounds else " | ".join(map(ast.unparse, call.args[1:])) or "object"
    return Type(text=text, normal=text)


def _function(spelling: Spelling, takes: list[str], line: str) -> Witness:
    return witness(spelling, function_of(takes, [line]))
