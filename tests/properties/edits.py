"""Edits of a package, each of which knows by construction what it does, to whom, and at which element.

What an edit breaks is taken from the substitution table of the documentation and, for signatures, from real calls.
"""

from collections.abc import Iterator
from dataclasses import replace

from tests.properties.data_edits import of_dataclass, of_named_tuple, of_typed_dict
from tests.properties.descriptions import (
    Alias,
    Choice,
    Class,
    Data,
    Definition,
    Error,
    Function,
    Import,
    Package,
    Part,
    Property,
    Type,
    Variable,
)
from tests.properties.edit import Edit, audiences, part, whole
from tests.properties.function_edits import of_function
from tests.properties.harm import ALL, BOTH, BREAKS, CALLER, CONSUMER, IMPLEMENTER, NOBODY, NOT, PERHAPS, Harm


def edits(package: Package) -> Iterator[Edit]:
    """Every edit of this package that we know, each with its expectation."""
    bases = {each.base for each in package.definitions() if isinstance(each, Class)}
    for definition in package.definitions():
        yield from (replace(edit, unmade=unmade(package, edit(package))) for edit in _of_parts(definition))
        if definition.name not in bases:
            yield from _gone_or_renamed(definition)
            yield from _of_whole(definition)
        host, driver = audiences(definition, ALL)
        if definition.name in package.reexported:
            yield Edit(
                "re-export dropped", definition.name, None, definition, definition.name, host, driver, drops="re-export"
            )
        else:
            yield Edit(
                "export dropped", definition.name, None, definition, definition.name, host, driver, drops="export"
            )
    yield Edit("function added", "fresh", None, Function("fresh"), "fresh", NOT, NOT)
    yield Edit("class added", "Fresh", None, Class("Fresh", (Function("do_it"),)), "Fresh", NOT, NOT)


def unmade(old: Package, new: Package) -> tuple[str, ...]:
    """The classes without a role of which objects could be made, and no longer can."""
    kinds = [each for each in old.definitions() if isinstance(each, Class)]
    with_role = {name for each in kinds if each.role is not None for name in (each.name, *_bases(old, each.name))}
    return tuple(
        each.name
        for each in kinds
        if each.name not in with_role and not _abstract(old, each.name) and _abstract(new, each.name)
    )


def _bases(package: Package, name: str) -> Iterator[str]:
    kind = package.named(name)
    if isinstance(kind, Class) and kind.base is not None:
        yield kind.base
        yield from _bases(package, kind.base)


def _abstract(package: Package, name: str) -> bool:
    """Whether a class leaves a member undefined, its own or a base's."""
    members: dict[str, Part] = {}
    for each in reversed((name, *_bases(package, name))):
        kind = package.named(each)
        members.update({member.name: member for member in kind.members} if isinstance(kind, Class) else {})
    return any(isinstance(member, Function | Property) and member.abstract for member in members.values())


def _gone_or_renamed(definition: Definition) -> Iterator[Edit]:
    name = definition.name
    carried = _carriers(definition)
    yield whole("definition removed", definition, None, ALL, consequences=carried)
    if not isinstance(definition, Import):
        renamed = replace(definition, name=f"{name}_v2")
        yield whole("definition renamed", definition, renamed, ALL, consequences=carried)


def _carriers(definition: Definition) -> tuple[str, ...]:
    """The driver's methods that mention a class of values."""
    if not isinstance(definition, Data | Choice):
        return ()
    return (f"Carrier.give_{definition.tag}", f"Carrier.take_{definition.tag}", "Carrier")


def _of_whole(definition: Definition) -> Iterator[Edit]:
    match definition:
        case Function(forms=(_, *_)):
            yield whole("overload removed", definition, replace(definition, forms=definition.forms[:-1]), CALLER)
        case Function():
            for kind, new, harm in of_function(definition):
                yield whole(kind, definition, new, harm)
        case Class(final=False):
            yield whole("class made final", definition, replace(definition, final=True), IMPLEMENTER)
            if definition.base:
                yield whole("base removed", definition, replace(definition, base=None), BOTH)
        case Variable(value=str() as value):
            harm = CALLER if definition.final else Harm(caller=PERHAPS)
            yield whole("value changed", definition, replace(definition, value=f"1{value}"), harm)
        case Alias():
            yield whole(
                "alias changed",
                definition,
                replace(definition, type=Type("dict", (Type("str"), definition.type))),
                CALLER,
            )
        case Error(base="OSError"):
            yield whole("base of an exception removed", definition, replace(definition, base="Exception"), CALLER)
        case Import():
            yield whole("retargeted", definition, replace(definition, target="zipfile.Path"), ALL)
        case Choice():
            harm = NOBODY if definition.open else Harm(consumer=PERHAPS)
            yield whole("enum opened or closed", definition, replace(definition, open=not definition.open), harm)
        case Data(kind="dataclass"):
            yield from of_dataclass(definition)
        case Data(kind="NamedTuple"):
            yield from of_named_tuple(definition)
        case _:
            return


def _of_parts(definition: Definition) -> Iterator[Edit]:
    match definition:
        case Class():
            yield from _of_class(definition)
        case Choice():
            yield from _of_choice(definition)
        case Data(kind="TypedDict"):
            yield from of_typed_dict(definition)
        case _:
            return


def _of_choice(choice: Choice) -> Iterator[Edit]:
    text = choice.base == "StrEnum"
    fresh = Variable("FRESH", value="'fresh'" if text else "77")
    yield part("enum member added", choice, "FRESH", fresh, NOBODY if choice.open else CONSUMER)
    for each in choice.members:
        if len(choice.members) > 1:
            yield part("enum member removed", choice, each.name, None, ALL)
        yield part("enum member renamed", choice, each.name, replace(each, name=f"{each.name}_V2"), ALL)
        other = replace(each, value="'other'" if text else f"1{each.value}")
        yield part("enum value changed", choice, each.name, other, CONSUMER)


def _of_class(kind: Class) -> Iterator[Edit]:
    refused = IMPLEMENTER if kind.role is not None else BOTH
    implemented = IMPLEMENTER
    yield part("abstract method added", kind, "fresh", Function("fresh", abstract=True), implemented)
    yield part("method added", kind, "fresh", Function("fresh"), NOBODY)
    yield part("abstract property added", kind, "fresh", Property("fresh", abstract=True), implemented)
    yield part("property added", kind, "fresh", Property("fresh"), NOBODY)
    yield part("attribute added", kind, "fresh", Variable("fresh", value="1"), NOBODY)
    for member in kind.members:
        match member:
            case Function():
                for what, new, harm in _of_method(member, refused):
                    yield part(what, kind, member.name, new, harm)
            case Property():
                for what, new, harm in _of_property(member):
                    yield part(what, kind, member.name, new, harm)
            case Variable():
                for what, new, harm in _of_attribute(member):
                    yield part(what, kind, member.name, new, harm)


def _of_property(old: Property) -> Iterator[tuple[str, Part | None, Harm]]:
    yield "property removed", None, Harm(BREAKS, PERHAPS) if old.abstract else BOTH
    yield "property renamed", replace(old, name=f"{old.name}_v2"), BOTH
    yield "setter added or removed", replace(old, settable=not old.settable), BOTH if old.settable else IMPLEMENTER
    yield (
        "deleter added or removed",
        replace(old, deletable=not old.deletable),
        CALLER if old.deletable else IMPLEMENTER,
    )
    yield (
        "property abstract or no longer",
        replace(old, abstract=not old.abstract),
        NOBODY if old.abstract else IMPLEMENTER,
    )
    yield "property made a method", Function(old.name, returns=old.type), BOTH
    yield "property made an attribute", Variable(old.name, old.type), NOBODY if old.settable else IMPLEMENTER


def _of_attribute(old: Variable) -> Iterator[tuple[str, Part | None, Harm]]:
    yield "attribute removed", None, BOTH
    yield "attribute renamed", replace(old, name=f"{old.name}_v2"), BOTH
    if not old.final:
        yield "attribute made a property", Property(old.name, old.type), BOTH
        if old.value is not None:
            yield "attribute made final", replace(old, final=True), BOTH
    else:
        yield "final value changed", replace(old, value=f"1{old.value}"), CALLER


def _of_method(old: Function, refused: Harm) -> Iterator[tuple[str, Part | None, Harm]]:
    optional = old.abstract or old.refuses
    yield "method removed", None, Harm(BREAKS, PERHAPS) if optional else BOTH
    yield "method renamed", replace(old, name=f"{old.name}_v2"), BOTH
    yield "method made a property", Property(old.name, old.returns), BOTH
    if old.forms:
        yield "overload removed", replace(old, forms=(*old.forms[:-1], Type("bytes"))), Harm(PERHAPS, PERHAPS)
        return
    if old.binding is None and not (optional or old.final):
        yield "method made abstract", replace(old, abstract=True), IMPLEMENTER
        yield "method made final", replace(old, final=True), IMPLEMENTER
        yield "method refuses", replace(old, refuses=True), refused
        yield "method made static", replace(old, binding="staticmethod"), BOTH
    if old.abstract:
        yield "method no longer abstract", replace(old, abstract=False), NOBODY
    if old.binding == "staticmethod":
        yield "method no longer static", replace(old, binding=None), CALLER
    harm = Harm(caller=PERHAPS) if "concurrent" in old.marks else Harm(implementer=PERHAPS)
    yield "concurrent or no longer", replace(old, marks=old.marks ^ {"concurrent"}), harm
    yield from of_function(old)
