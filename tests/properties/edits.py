"""Edits of a package, each of which knows by construction what it does, to whom, and at which element.

What an edit breaks is taken from the substitution table of the documentation and, for signatures, from real calls.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from tests.compare import oracle
from tests.properties.comparing import broken
from tests.properties.descriptions import (
    Alias,
    Choice,
    Class,
    Data,
    Definition,
    Error,
    Field,
    Function,
    Import,
    Package,
    Parameter,
    Part,
    Property,
    Type,
    Variable,
)
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Parameter as Seen
from virtapi_analyzer.model.element import ParameterKind, Signature, Value
from virtapi_analyzer.model.interface import Flow

NOT, PERHAPS, BREAKS = Severity.NON_BREAKING, Severity.POTENTIALLY_BREAKING, Severity.BREAKING


@dataclass(frozen=True, slots=True)
class Harm:
    """How bad an edit is at least: for who calls or implements a class, for who makes or reads a value."""

    caller: Severity = NOT
    implementer: Severity = NOT
    producer: Severity = NOT
    consumer: Severity = NOT


ALL = Harm(BREAKS, BREAKS, BREAKS, BREAKS)
BOTH = Harm(BREAKS, BREAKS)
CALLER, IMPLEMENTER = Harm(caller=BREAKS), Harm(implementer=BREAKS)
PRODUCER, CONSUMER = Harm(producer=BREAKS), Harm(consumer=BREAKS)
PERHAPS_ALL = Harm(PERHAPS, PERHAPS, PERHAPS, PERHAPS)
NOBODY = Harm()


@dataclass(frozen=True, slots=True)
class Edit:
    """In the definition named `where`, `new` takes the place of the part with that name; without a part, the place of
    the definition itself. None: it goes. Where the edit `drops` an export, all stays in its place.

    At `path` at least `host` and `driver` must be found. `consequences` are elements whose text the edit changes in
    passing, so that something may be found there. `unmade` are classes without a role of which no object can be made
    any more, which breaks the host: it must be found at a class.
    """

    kind: str
    where: str
    part: str | None
    new: Part | Definition | None
    path: str
    host: Severity
    driver: Severity
    consequences: tuple[str, ...] = ()
    drops: Literal["export", "re-export"] | None = None
    unmade: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.kind} at {self.path}: host {self.host}, driver {self.driver}"

    def __call__(self, package: Package) -> Package:
        """The package after this edit."""
        if self.drops == "export":
            return replace(package, hidden=(*package.hidden, self.where))
        if self.drops == "re-export":
            return replace(package, reexported=tuple(name for name in package.reexported if name != self.where))
        if self.part is None:
            assert not isinstance(self.new, Property | Field)
            return package.with_definition(self.where, self.new)
        assert self.new is None or isinstance(self.new, Part)
        return package.with_part(self.where, self.part, self.new)

    @property
    def breaks(self) -> frozenset[str]:
        """The audiences that it breaks."""
        return broken(BREAKS if self.unmade else self.host, self.driver)

    @property
    def harms(self) -> bool:
        """Whether anybody has to be told."""
        return max(self.host, self.driver) > NOT

    def apart(self, other: "Edit") -> bool:
        """Whether the two change different elements."""
        return self.where != other.where or (None not in (self.part, other.part) and self.part != other.part)

    @property
    def paths(self) -> tuple[str, ...]:
        """The element that changes, under its old name and under its new one."""
        if self.new is None:
            return (self.path,)
        return (self.path, self.new.name if self.part is None else f"{self.where}.{self.new.name}")

    def touches(self, path: str) -> bool:
        """Whether the element that was found is one that this edit changes, directly or in passing."""
        own = (*self.paths, *self.consequences, *self.unmade)
        return any(path == each or path.startswith((f"{each}.", f"{each}(")) for each in own)


def audiences(definition: Definition, harm: Harm) -> tuple[Severity, Severity]:
    """The harm for the host, and for a driver.

    Drivers implement a driver's class and the host calls it; what flows to the host is made by drivers and read by the
    host. What has neither role nor flow has callers alone, and these are the host's.
    """
    making, using = max(harm.implementer, harm.producer), max(harm.caller, harm.consumer)
    match definition:
        case Class(role=Role.DRIVER) | Data(flow=Flow.TO_HOST) | Choice(flow=Flow.TO_HOST):
            return using, making
        case Class(role=Role.HOST) | Data(flow=Flow.TO_DRIVER) | Choice(flow=Flow.TO_DRIVER):
            return making, using
        case Data(flow=flow) | Choice(flow=flow) if flow:
            return max(making, using), max(making, using)
        case _:
            return max(using, harm.producer), NOT


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
    yield _whole("definition removed", definition, None, ALL, consequences=carried)
    if not isinstance(definition, Import):
        renamed = replace(definition, name=f"{name}_v2")
        yield _whole("definition renamed", definition, renamed, ALL, consequences=carried)


def _carriers(definition: Definition) -> tuple[str, ...]:
    """The driver's methods that mention a class of values."""
    if not isinstance(definition, Data | Choice):
        return ()
    return (f"Carrier.give_{definition.tag}", f"Carrier.take_{definition.tag}", "Carrier")


def _whole(
    kind: str, old: Definition, new: Definition | None, harm: Harm, at: str = "", consequences: tuple[str, ...] = ()
) -> Edit:
    host, driver = audiences(old, harm)
    return Edit(kind, old.name, None, new, f"{old.name}{at}", host, driver, consequences)


def _of_whole(definition: Definition) -> Iterator[Edit]:
    match definition:
        case Function(forms=(_, *_)):
            yield _whole("overload removed", definition, replace(definition, forms=definition.forms[:-1]), CALLER)
        case Function():
            for kind, new, harm in _of_function(definition):
                yield _whole(kind, definition, new, harm)
        case Class(final=False):
            yield _whole("class made final", definition, replace(definition, final=True), IMPLEMENTER)
            if definition.base:
                yield _whole("base removed", definition, replace(definition, base=None), BOTH)
        case Variable(value=str() as value):
            harm = CALLER if definition.final else Harm(caller=PERHAPS)
            yield _whole("value changed", definition, replace(definition, value=f"1{value}"), harm)
        case Alias():
            yield _whole(
                "alias changed",
                definition,
                replace(definition, type=Type("dict", (Type("str"), definition.type))),
                CALLER,
            )
        case Error(base="OSError"):
            yield _whole("base of an exception removed", definition, replace(definition, base="Exception"), CALLER)
        case Import():
            yield _whole("retargeted", definition, replace(definition, target="zipfile.Path"), ALL)
        case Choice():
            harm = NOBODY if definition.open else Harm(consumer=PERHAPS)
            yield _whole("enum opened or closed", definition, replace(definition, open=not definition.open), harm)
        case Data(kind="dataclass"):
            yield from _of_dataclass(definition)
        case Data(kind="NamedTuple"):
            yield from _of_named_tuple(definition)
        case _:
            return


def _of_dataclass(data: Data) -> Iterator[Edit]:
    plain = replace(
        data, kind="NamedTuple", options=frozenset(), fields=tuple(replace(f, keyword_only=False) for f in data.fields)
    )
    if _in_order(plain.fields):
        yield _whole("dataclass made a NamedTuple", data, plain, ALL)
    frozen = "frozen=True"
    yield _whole("frozen or no longer", data, replace(data, options=data.options ^ {frozen}), ALL)
    if "order=True" in data.options:
        yield _whole("order removed", data, replace(data, options=data.options - {"order=True"}), CONSUMER)
    required, optional = Field("fresh"), Field("fresh", default="1")
    yield from _with_fields("required field added", data, (required, *data.fields), PRODUCER, "fresh")
    yield from _with_fields("optional field added", data, (*data.fields, optional), NOBODY, "fresh")
    yield from _with_fields(
        "keyword-only field added", data, (*data.fields, replace(optional, keyword_only=True)), NOBODY, "fresh"
    )
    if data.fields and not data.fields[0].keyword_only:
        yield from _with_fields("field inserted", data, (optional, *data.fields), PRODUCER, "fresh")
    yield from _of_fields(data)
    for index, each in enumerate(data.fields):
        if not each.keyword_only:
            fields = _at(data.fields, index, replace(each, keyword_only=True))
            yield from _with_fields("field made keyword-only", data, fields, PRODUCER, each.name)


def _of_fields(data: Data) -> Iterator[Edit]:
    for index, each in enumerate(data.fields):
        if len(data.fields) > 1:
            yield from _with_fields("field removed", data, _at(data.fields, index, None), ALL, each.name)
        renamed = replace(each, name=f"{each.name}_v2")
        yield from _with_fields("field renamed", data, _at(data.fields, index, renamed), ALL, each.name)
        if each.default is not None:
            fields = _at(data.fields, index, replace(each, default=None))
            yield from _with_fields("field default removed", data, fields, PRODUCER, each.name)
            fields = _at(data.fields, index, replace(each, default=f"1{each.default}"))
            yield from _with_fields("field default changed", data, fields, Harm(producer=PERHAPS), each.name)
    for index, (first, second) in enumerate(pairwise(data.fields)):
        if not (first.keyword_only or second.keyword_only):
            fields = (*data.fields[:index], second, first, *data.fields[index + 2 :])
            yield from _with_fields("fields reordered", data, fields, ALL, "")


def _of_named_tuple(data: Data) -> Iterator[Edit]:
    required, optional = Field("fresh"), Field("fresh", default="1")
    yield from _with_fields("required item added", data, (required, *data.fields), ALL, "fresh")
    yield from _with_fields("optional item added", data, (*data.fields, optional), CONSUMER, "fresh")
    yield from _of_fields(data)


def _with_fields(kind: str, data: Data, fields: tuple[Field, ...], harm: Harm, name: str) -> Iterator[Edit]:
    """The edit, unless Python refuses fields in this order. A dataclass's fields count as one element."""
    if _in_order(fields):
        yield _whole(
            kind, data, replace(data, fields=fields), harm, at=f".{name}" if name else "", consequences=(data.name,)
        )


def _in_order(fields: Sequence[Field]) -> bool:
    line = [each.default is not None for each in fields if not each.keyword_only]
    return line == sorted(line)


def _at(fields: tuple[Field, ...], index: int, new: Field | None) -> tuple[Field, ...]:
    return (*fields[:index], *([new] if new is not None else []), *fields[index + 1 :])


def _of_parts(definition: Definition) -> Iterator[Edit]:
    match definition:
        case Class():
            yield from _of_class(definition)
        case Choice():
            yield from _of_choice(definition)
        case Data(kind="TypedDict"):
            yield from _of_typed_dict(definition)
        case _:
            return


def _part(kind: str, owner: Definition, name: str, new: Part | None, harm: Harm) -> Edit:
    host, driver = audiences(owner, harm)
    return Edit(kind, owner.name, name, new, f"{owner.name}.{name}", host, driver)


def _of_typed_dict(data: Data) -> Iterator[Edit]:
    yield _part("required key added", data, "fresh", Field("fresh"), PRODUCER)
    yield _part("optional key added", data, "fresh", Field("fresh", optional=True), NOBODY)
    for each in data.fields:
        yield _part("key removed", data, each.name, None, ALL)
        yield _part("key renamed", data, each.name, replace(each, name=f"{each.name}_v2"), ALL)
        if each.optional:
            yield _part("key made required", data, each.name, replace(each, optional=False), PRODUCER)
        else:
            yield _part("key made optional", data, each.name, replace(each, optional=True), CONSUMER)


def _of_choice(choice: Choice) -> Iterator[Edit]:
    text = choice.base == "StrEnum"
    fresh = Variable("FRESH", value="'fresh'" if text else "77")
    yield _part("enum member added", choice, "FRESH", fresh, NOBODY if choice.open else CONSUMER)
    for each in choice.members:
        if len(choice.members) > 1:
            yield _part("enum member removed", choice, each.name, None, ALL)
        yield _part("enum member renamed", choice, each.name, replace(each, name=f"{each.name}_V2"), ALL)
        other = replace(each, value="'other'" if text else f"1{each.value}")
        yield _part("enum value changed", choice, each.name, other, CONSUMER)


def _of_class(kind: Class) -> Iterator[Edit]:
    refused = IMPLEMENTER if kind.role is not None else BOTH
    implemented = IMPLEMENTER
    yield _part("abstract method added", kind, "fresh", Function("fresh", abstract=True), implemented)
    yield _part("method added", kind, "fresh", Function("fresh"), NOBODY)
    yield _part("abstract property added", kind, "fresh", Property("fresh", abstract=True), implemented)
    yield _part("property added", kind, "fresh", Property("fresh"), NOBODY)
    yield _part("attribute added", kind, "fresh", Variable("fresh", value="1"), NOBODY)
    for member in kind.members:
        match member:
            case Function():
                for what, new, harm in _of_method(member, refused):
                    yield _part(what, kind, member.name, new, harm)
            case Property():
                for what, new, harm in _of_property(member):
                    yield _part(what, kind, member.name, new, harm)
            case Variable():
                for what, new, harm in _of_attribute(member):
                    yield _part(what, kind, member.name, new, harm)


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
    yield from _of_function(old)


def _of_function(old: Function) -> Iterator[tuple[str, Function, Harm]]:
    yield "asynchronous or no longer", replace(old, asynchronous=not old.asynchronous), BOTH
    yield "superseded or no longer", replace(old, marks=old.marks ^ {"superseded"}), NOBODY
    harm = NOBODY if "experimental" in old.marks else PERHAPS_ALL
    yield "experimental or no longer", replace(old, marks=old.marks ^ {"experimental"}), harm
    if old.raises is not None:
        yield "more raised", replace(old, raises=(*old.raises, "MemoryError")), CALLER
        if old.raises:
            yield "less raised", replace(old, raises=old.raises[1:]), IMPLEMENTER
    for index, each in enumerate(old.parameters):
        if each.default is not None:
            changed = replace(each, default=f"1{each.default}")
            yield "default changed", _with(old, index, changed), Harm(caller=PERHAPS)
    for what, new in _of_signature(old):
        if _valid(new.parameters):
            yield what, new, _judged(old, new)


def _of_signature(old: Function) -> Iterator[tuple[str, Function]]:
    """What may happen to a list of parameters, valid or not."""
    listed = old.parameters
    for kind in (ParameterKind.POSITIONAL_OR_KEYWORD, ParameterKind.KEYWORD_ONLY):
        for default in (None, "1"):
            yield (
                f"{'optional' if default else 'required'} parameter added",
                _sorted(old, (*listed, Parameter("fresh", kind, default=default))),
            )
    yield "optional parameter inserted", _sorted(old, (Parameter("fresh", default="1"), *listed))
    for kind, name in ((ParameterKind.VAR_POSITIONAL, "args"), (ParameterKind.VAR_KEYWORD, "kwargs")):
        if all(each.kind is not kind for each in listed):
            yield "variadic parameter added", _sorted(old, (*listed, Parameter(name, kind)))
    for index, each in enumerate(listed):
        yield "parameter removed", _with(old, index, None)
        if each.kind.variadic:
            continue
        if each.kind is not ParameterKind.POSITIONAL_ONLY:
            yield "parameter renamed", _with(old, index, replace(each, name=f"{each.name}_v2"))
        yield "default added or removed", _with(old, index, replace(each, default=None if each.default else "1"))
        for other in ParameterKind:
            if not other.variadic and other is not each.kind:
                yield "kind of parameter changed", _with(old, index, replace(each, kind=other))
    for index, (first, second) in enumerate(pairwise(listed)):
        if second.kind.positional:
            swapped = (
                *listed[:index],
                replace(second, kind=first.kind),
                replace(first, kind=second.kind),
                *listed[index + 2 :],
            )
            yield "parameters reordered", replace(old, parameters=swapped)


def _with(function: Function, index: int, new: Parameter | None) -> Function:
    listed = function.parameters
    return _sorted(function, (*listed[:index], *([new] if new is not None else []), *listed[index + 1 :]))


def _sorted(function: Function, listed: Sequence[Parameter]) -> Function:
    return replace(function, parameters=tuple(sorted(listed, key=lambda each: each.kind)))


def _valid(listed: Sequence[Parameter]) -> bool:
    line = [each.default is not None for each in listed if each.kind.positional]
    return line == sorted(line)


def _judged(old: Function, new: Function) -> Harm:
    """What real calls say: the host of the judge calls, the driver overrides."""
    verdict = oracle.judge(_signature(old), _signature(new))
    return Harm(caller=verdict.host, implementer=verdict.driver)


def _signature(function: Function) -> Signature:
    return Signature(
        parameters=tuple(
            Seen(
                name=each.name,
                kind=each.kind,
                default=Value(text="None", normal="None") if each.default is not None else None,
            )
            for each in function.parameters
        )
    )


def after(package: Package, chosen: Sequence[Edit]) -> Package:
    """The package after all the edits, which are apart from one another."""
    for edit in chosen:
        package = edit(package)
    return package
