"""Where the type checker must compare the types of two versions: the places of a pair whose normal forms differ."""

import re
from collections.abc import Iterable, Iterator, Mapping

from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Class,
    ClassMember,
    Element,
    Function,
    Property,
    Signature,
    Type,
)
from virtapi_analyzer.model.pair import (
    AnyPair,
    AttributePair,
    CallablePair,
    ClassPair,
    FieldPair,
    ItemPair,
    KeyPair,
    OverloadPair,
    ParameterPair,
    PropertyPair,
)
from virtapi_analyzer.model.relation import Place, PlaceKind
from virtapi_analyzer.model.type_variable import VariableKind, Variance
from virtapi_analyzer.rules.constants import makes_type

_CLASS_VARIABLE = re.compile(r"~class(\d+)")
_OWN_VARIABLE = re.compile(r"~(\d+)")
_RETURNING = frozenset({"contextlib.contextmanager", "contextlib.asynccontextmanager"})
_PARAMETRISED = ("typing.Generic", "typing.Protocol")
_UNTYPED = (AttributeKind.MEMBER, AttributeKind.FLAG)


def places(pair: AnyPair, renamed: Mapping[str, str]) -> Iterator[Place]:
    """The places of one pair of which the type checker must say something; none of what is private, and none of a
    function that nothing of was annotated: there a type is added where there was none. `renamed` are the classes
    that have another path on the new side.
    """
    if isinstance(pair, ParameterPair):
        yield from _of_parameter(pair)
    if pair.both is None or pair.private:
        return
    match pair:
        case CallablePair():
            yield from _of_callable(pair)
        case OverloadPair():
            if all(annotated(side) for side in pair.both) and _read(pair.both[0]) != _read(pair.both[1]):
                yield _place(PlaceKind.FORMS, *pair.both)
        case PropertyPair() if pair.both[0].type is None:  # type checkers leave it alone, as a function
            return
        case PropertyPair():
            if differ(pair.both[0].type, pair.both[1].type):
                yield _place(PlaceKind.VALUE, *pair.both)
            if None not in (taken := [side.takes for side in pair.both]) and differ(*taken):
                yield _place(PlaceKind.SETTER, *pair.both)
        case FieldPair() | ItemPair() | KeyPair():
            if differ(pair.both[0].type, pair.both[1].type):
                yield _place(PlaceKind.VALUE, *pair.both)
        case AttributePair():
            yield from _of_attribute(*pair.both)
        case ClassPair():
            yield from _of_class(*pair.both)
            yield from _of_bases(*pair.both, renamed)


def differ(old: Type | None, new: Type | None) -> bool:
    """Whether two types are not the same in normal form, or what their type variables accept is not."""
    if old is None or new is None:
        return old is not new
    return old.normal != new.normal or old.variables != new.variables


def annotated(function: Function) -> bool:
    """Whether anything of a function is annotated; type checkers leave the others alone."""
    return any(_annotated(signature) for signature in (function.signature, *function.overloads))


def _annotated(signature: Signature) -> bool:
    return signature.returns is not None or any(parameter.type is not None for parameter in signature.parameters)


def _of_parameter(pair: ParameterPair) -> Iterator[Place]:
    function = pair.callable
    if pair.both is None or function.both is None or function.private or not annotated(function.both[0]):
        return
    old, new = pair.both
    if _single(function) and differ(old.type, new.type):
        yield _place(PlaceKind.PARAMETER, *function.both, old_name=old.name, new_name=new.name)


def _of_callable(pair: CallablePair) -> Iterator[Place]:
    if pair.both is None or not annotated(pair.both[0]) or not _single(pair):
        return
    old, new = pair.both
    returns = old.signature.returns, new.signature.returns
    constructor = pair.name in ("__init__", "__new__", "__init_subclass__")
    alike = old.asynchronous is new.asynchronous and _made_by(old) == _made_by(new)
    if alike and not constructor and differ(*returns):
        yield _place(PlaceKind.RETURN, old, new)
    first, second = (list(_types(side.signature)) for side in pair.both)
    if _accepted(first) != _accepted(second):
        for index in range(min(_variables(first, _OWN_VARIABLE), _variables(second, _OWN_VARIABLE))):
            yield _place(PlaceKind.BOUND, old, new, index=index)


def _made_by(function: Function) -> frozenset[str]:
    """The decorators after which a function returns something else than it says."""
    return _RETURNING.intersection(function.decorators)


def _of_attribute(old: Attribute, new: Attribute) -> Iterator[Place]:
    if old.kind in _UNTYPED or new.kind in _UNTYPED:
        return
    kinds = {old.kind, new.kind}
    if AttributeKind.TYPE_VARIABLE in kinds:
        if kinds == {AttributeKind.TYPE_VARIABLE} and old.value != new.value:
            made = [makes_type(side) for side in (old, new)]
            if made[0] is made[1]:
                yield _place(PlaceKind.ALIAS if made[0] else PlaceKind.BOUND, old, new)
    elif AttributeKind.ALIAS in kinds:
        if kinds == {AttributeKind.ALIAS} and differ(old.type, new.type):
            yield _place(PlaceKind.ALIAS, old, new)
    elif differ(old.type, new.type):
        yield _place(PlaceKind.VALUE, old, new)


def _of_class(old: Class, new: Class) -> Iterator[Place]:
    """The bounds of a generic class's own parameters, and how they vary. What is said of neither may follow from any
    member."""
    for index, (before, after) in enumerate(zip(old.variables, new.variables, strict=False)):
        if before.accepts != after.accepts:
            yield _place(PlaceKind.BOUND, old, new, index=index)
        follows = Variance.INFERRED in (before.variance, after.variance) and _shape(old) != _shape(new)
        if before.kind is after.kind is VariableKind.TYPE and (before.variance is not after.variance or follows):
            yield _place(PlaceKind.VARIANCE, old, new, index=index)


def _shape(kind: Class) -> object:
    """All that the variance of a parameter can follow from."""
    return kind.base_types, {name: _types_of_member(member.element) for name, member in kind.members.items()}


def _of_bases(old: Class, new: Class, renamed: Mapping[str, str]) -> Iterator[Place]:
    """The bases that were given type arguments, or are, and are bases on both sides."""
    before, after = ({type_.normal: type_ for type_ in side.base_types} for side in (old, new))
    heads = [_head(normal) for normal in before if normal not in after]
    heads += [_back(_head(normal), renamed) for normal in after if normal not in before]
    for base in dict.fromkeys(heads):
        now = renamed.get(base, base)
        if base not in _PARAMETRISED and base in old.mro and now in new.mro:
            yield _place(PlaceKind.BASE, old, new, old_name=base, new_name=now)


def _head(normal: str) -> str:
    return normal.partition("[")[0]


def _back(path: str, renamed: Mapping[str, str]) -> str:
    return next((old for old, new in renamed.items() if new == path), path)


def _single(pair: CallablePair) -> bool:
    """Whether it is no overload set on either side: of these the forms are told."""
    return pair.both is not None and not any(side.overloads for side in pair.both)


def _types(signature: Signature) -> Iterator[Type]:
    types = (*(parameter.type for parameter in signature.parameters), signature.returns)
    return (type_ for type_ in types if type_ is not None)


def types_within(kind: Class) -> Iterator[Type]:
    """The types of a class's members that mention one of its type parameters."""
    for member in kind.members.values():
        match member.element:
            case Function() as function:
                found: Iterable[Type | None] = _types(function.signature)
            case Property() | Attribute() as value:
                found = (value.type,)
            case _:
                found = ()
        yield from (type_ for type_ in found if type_ is not None and _CLASS_VARIABLE.search(type_.normal))


def _types_of_member(member: ClassMember) -> object:
    match member:
        case Function():
            return [list(_types(each)) for each in (member.signature, *member.overloads)]
        case Property():
            return member.type, member.takes
        case Attribute():
            return member.type, member.final, member.class_variable, member.read_only
        case _:
            return None


def _read(function: Function) -> object:
    """The forms of an overload set without what is only respelled."""
    return [
        (
            [(p.name, p.kind, p.required, _normal(p.type)) for p in form.parameters],
            _normal(form.returns),
        )
        for form in function.overloads
    ]


def _normal(type_: Type | None) -> object:
    return None if type_ is None else (type_.normal, [variable.accepts for variable in type_.variables])


def _accepted(types: Iterable[Type]) -> frozenset[object]:
    return frozenset(variable.accepts for type_ in types for variable in type_.variables)


def _variables(types: Iterable[Type], mark: re.Pattern[str]) -> int:
    return len({number for type_ in types for number in mark.findall(type_.normal)})


def _place(
    kind: PlaceKind, old: Element, new: Element, *, old_name: str = "", new_name: str = "", index: int | None = None
) -> Place:
    return Place(kind=kind, old=old.path, new=new.path, old_name=old_name, new_name=new_name, index=index)
