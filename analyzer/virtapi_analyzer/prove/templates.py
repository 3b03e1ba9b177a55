"""Which witnesses a finding may have: chosen by the kind of element, and by whose program is to fail."""

from collections.abc import Iterable, Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import Attribute, AttributeKind, Class, ClassMember, Function, Property, Type
from virtapi_analyzer.model.pair import (
    AnyPair,
    AttributePair,
    CallablePair,
    ClassPair,
    ExportPair,
    FieldPair,
    ItemPair,
    KeyPair,
    MemberPair,
    MethodPair,
    ModulePair,
    NestedClassPair,
    OverloadPair,
    ParameterPair,
    PropertyPair,
    owner_of,
)
from virtapi_analyzer.prove import callables, classes, data, names, overrides, values
from virtapi_analyzer.prove.claim import Term
from virtapi_analyzer.prove.spelling import Versions
from virtapi_analyzer.prove.witness import Witness
from virtapi_analyzer.rules.constants import makes_type


def witnesses(versions: Versions, change: Change, term: Term) -> Iterator[Witness]:
    """What a program of that side may look like, the most telling first; nothing where no program is known."""
    charge = change.charge
    match change.pair:
        case ParameterPair() | CallablePair() | OverloadPair() as pair:
            if term is Term.IMPLEMENTER:
                yield from overrides.overridden(versions, pair, charge.implementer if charge else None)
            elif term is not Term.PRODUCER:
                yield from callables.called(versions, pair, charge.caller if charge else None)
        case AttributePair() | PropertyPair() | MemberPair() as pair:
            yield from _of_member(versions, pair, term)
        case FieldPair() | ItemPair() | KeyPair() as pair:
            yield from _of_field(versions, pair, term)
        case ClassPair() as pair if pair.old is not None:
            yield from _of_class(versions, pair, pair.old, term)
        case NestedClassPair() as pair if pair.old is not None:
            yield from classes.nested(versions, pair.old, pair.path)
        case ExportPair() as pair:
            yield from names.imported(versions, pair)
        case ModulePair() as pair:
            yield from names.module(versions, pair)


def _of_member(versions: Versions, pair: AnyPair, term: Term) -> Iterator[Witness]:
    owner, old = owner_of(pair), pair.old
    kind = owner.old if owner is not None else None
    if kind is None:
        if isinstance(old, Attribute):
            yield from _of_module(versions, pair, old)
        return
    if old is not None:
        yield from _of_old_member(versions, pair, kind, old, term)
    if term is Term.IMPLEMENTER:
        yield from overrides.implemented(versions, kind)
    yield from values.matched(versions, kind)


def _of_old_member(versions: Versions, pair: AnyPair, kind: Class, old: ClassMember, term: Term) -> Iterator[Witness]:
    match old:
        case Function():
            method = MethodPair(path=pair.path, old=old, new=None, owner=owner_of(pair), roles=pair.roles)
            use = overrides.overridden if term is Term.IMPLEMENTER else callables.called
            yield from use(versions, method, None)
        case Class():
            yield from classes.nested(versions, old, f"{kind.path}.{pair.name}")
        case Attribute() if old.kind is AttributeKind.MEMBER:
            yield from values.enum_member(versions, kind, old)
        case Attribute() | Property():
            if term is Term.IMPLEMENTER:
                yield from values.overridden(versions, pair, kind, old)
            elif term is Term.CONSUMER:
                yield from values.read(versions, pair, kind, old)
            elif term is Term.PRODUCER:
                yield from values.set_(versions, pair, kind, old)
            else:
                yield from values.used(versions, pair, kind, old)


def _of_module(versions: Versions, pair: AnyPair, old: Attribute) -> Iterator[Witness]:
    if old.kind is AttributeKind.ALIAS:
        yield from values.alias(versions, pair.path, old)
    elif makes_type(old):
        made = old.value.normal if old.value is not None and old.value.normal is not None else ""
        base = made.partition(", ")[2].removesuffix(")")
        yield from values.new_type(versions, pair.path, Type(text=base, normal=base))
    elif old.kind is AttributeKind.TYPE_VARIABLE:
        yield from values.type_variable(versions, pair.path, old)
    elif old.kind is AttributeKind.CONSTANT:
        yield from values.constant(versions, pair.path, old)


def _of_field(versions: Versions, pair: FieldPair | ItemPair | KeyPair, term: Term) -> Iterator[Witness]:
    kind, old = pair.owner.old, pair.old
    if kind is None:
        return
    failure = pair.charge.caller if isinstance(pair, FieldPair) and pair.charge is not None else None
    if makes(pair, (term,)):
        yield from data.made(versions, kind, failure)
        yield from data.changed(versions, pair, kind, old)
    if term in (Term.CONSUMER, Term.CALLER):
        yield from data.read(versions, pair, kind, old)
    if term is Term.IMPLEMENTER:
        yield from data.extended(versions, kind)


def makes(pair: FieldPair | ItemPair | KeyPair, terms: Iterable[Term]) -> bool:
    """Whether those who are hurt make objects of the class: of one with a role, who calls it does."""
    return any(each in (Term.PRODUCER, Term.IMPLEMENTER) or (each is Term.CALLER and pair.roles) for each in terms)


def _of_class(versions: Versions, pair: ClassPair, kind: Class, term: Term) -> Iterator[Witness]:
    if term is Term.IMPLEMENTER:
        yield from classes.derived(versions, pair, kind)
    if term in (Term.PRODUCER, Term.CALLER):
        yield from classes.made(versions, pair, kind)
    if term in (Term.CONSUMER, Term.CALLER):
        yield from classes.used(versions, pair, kind)
