"""The type that stands at a place of one world, and the type variables of the signature that it is part of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mypy.nodes import (
    ARG_OPT,
    ARG_POS,
    ARG_STAR2,
    Decorator,
    FuncDef,
    OverloadedFuncDef,
    SymbolNode,
    TypeAlias,
    TypeInfo,
    TypeVarExpr,
    TypeVarLikeExpr,
    Var,
)
from mypy.types import (
    AnyType,
    CallableType,
    Instance,
    Type,
    TypedDictType,
    TypeOfAny,
    TypeVarLikeType,
    TypeVarType,
    UnionType,
    UnpackType,
    get_proper_type,
)

from virtapi_analyzer.checker.world import World
from virtapi_analyzer.model.relation import PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A type, the type variables around it in the order of the signature, and for a place in a function the whole of
    that as a caller sees it, without its receiver."""

    type: Type
    variables: Sequence[TypeVarLikeType] = ()
    whole: CallableType | None = None


def found(world: World, kind: PlaceKind, path: str, name: str = "", index: int | None = None) -> Found | None:
    """The type, and the type variables around it in the order of the signature; None where there is none."""
    owner, node = world.node(path)
    match kind:
        case PlaceKind.PARAMETER | PlaceKind.RETURN:
            function = _function(node)
            if function is None:
                return None
            if kind is PlaceKind.RETURN:
                type_: Type | None = _as_a_call(function, _returned(function))
            else:
                type_ = _parameter(function, name)
            if type_ is None:
                return None
            return Found(type=type_, variables=_variables(function), whole=without_receiver(function))
        case PlaceKind.BOUND if index is not None:
            function = _function(node)
            of_function = list(_variables(function)) if function is not None else []
            variables = node.defn.type_vars if isinstance(node, TypeInfo) else of_function
            return Found(type=_accepted(variables[index])) if index < len(variables) else None
        case PlaceKind.BOUND:
            return Found(type=_accepted(node)) if isinstance(node, TypeVarLikeExpr) else None
        case PlaceKind.ALIAS:
            return _alias(node)
        case PlaceKind.SETTER:
            return _taken(node)
        case PlaceKind.FORMS | PlaceKind.BASE | PlaceKind.VARIANCE:
            return None
        case PlaceKind.VALUE:
            return _value(owner, node, path.rpartition(".")[2])


def _function(node: SymbolNode | None) -> FuncDef | None:
    """The definition itself: what a decorator makes of it is another question."""
    match node:
        case FuncDef():
            return node
        case Decorator():
            return node.func
        case OverloadedFuncDef() if len(node.items) == 1 or node.is_property:
            return _function(node.items[0])
        case _:
            return None


def signature(function: FuncDef) -> CallableType | None:
    """The type of a function; None where nothing of it is annotated."""
    type_ = get_proper_type(function.type)
    return type_ if isinstance(type_, CallableType) else None


def _variables(function: FuncDef) -> Sequence[TypeVarLikeType]:
    type_ = signature(function)
    return [each for each in type_.variables if not each.id.is_self()] if type_ is not None else ()


def without_receiver(function: FuncDef) -> CallableType | None:
    """The function without its receiver."""
    type_ = signature(function)
    if type_ is None or not function.info or function.is_static or type_.arg_kinds[:1] not in ([ARG_POS], [ARG_OPT]):
        return type_
    return type_.copy_modified(
        arg_types=type_.arg_types[1:], arg_kinds=type_.arg_kinds[1:], arg_names=type_.arg_names[1:]
    )


def _returned(function: FuncDef) -> Type:
    """What a call gives; of a coroutine, what awaiting it gives."""
    type_ = signature(function)
    if type_ is None:
        return AnyType(TypeOfAny.unannotated)
    given = get_proper_type(type_.ret_type)
    awaited = function.is_coroutine and isinstance(given, Instance) and given.type.fullname == "typing.Coroutine"
    return given.args[2] if awaited and isinstance(given, Instance) else type_.ret_type


def _as_a_call(function: FuncDef, given: Type) -> Type:
    """A result as that of a call without arguments, so that what it says of an argument (`TypeIs`) is compared too."""
    type_ = signature(function)
    if type_ is None:
        return given
    return type_.copy_modified(arg_types=[], arg_kinds=[], arg_names=[], ret_type=given, variables=[])


def _parameter(function: FuncDef, name: str) -> Type | None:
    type_ = signature(function)
    names = [argument.variable.name for argument in function.arguments]  # of positional-only ones too
    if name in names:
        number = names.index(name)
        return type_.arg_types[number] if type_ is not None else AnyType(TypeOfAny.unannotated)
    return next(_unpacked(type_, name), None) if type_ is not None else None


def _unpacked(type_: CallableType, name: str) -> Iterator[Type]:
    """The type of a keyword that `**kwargs: Unpack[TD]` stands for."""
    for kind, argument in zip(type_.arg_kinds, type_.arg_types, strict=True):
        keys = get_proper_type(argument.type if isinstance(argument, UnpackType) else argument)
        if kind is ARG_STAR2 and isinstance(keys, TypedDictType) and name in keys.items:
            yield keys.items[name]


def _accepted(variable: TypeVarLikeExpr | TypeVarLikeType) -> Type:
    """What a type variable may stand for: its bound, or its constraints."""
    if isinstance(variable, TypeVarExpr | TypeVarType) and variable.values:
        return UnionType(list(variable.values))
    return variable.upper_bound


def _alias(node: SymbolNode | None) -> Found | None:
    match node:
        case TypeAlias():
            return Found(type=node.target, variables=node.alias_tvars)
        case TypeInfo() if node.is_newtype:
            return Found(type=node.tuple_type or node.bases[0])
        case _:
            return None


def _value(owner: TypeInfo | None, node: SymbolNode | None, name: str) -> Found | None:
    if owner is not None and owner.typeddict_type is not None:
        item = owner.typeddict_type.items.get(name)
        return None if item is None else Found(type=item)
    match node:
        case Var():
            return Found(type=node.type or AnyType(TypeOfAny.unannotated))
        case FuncDef() | Decorator() | OverloadedFuncDef() if (function := _function(node)) is not None:
            return Found(type=_returned(function), variables=_variables(function))  # a property
        case None if owner is not None:
            return _of_constructor(owner, name)
        case _:
            return None


def _taken(node: SymbolNode | None) -> Found | None:
    """What a property may be set to."""
    if not isinstance(node, OverloadedFuncDef) or not node.is_property or node.setter is None:
        return None
    type_ = signature(node.setter.func)
    return Found(type=type_.arg_types[1]) if type_ is not None and len(type_.arg_types) > 1 else None


def _of_constructor(owner: TypeInfo, name: str) -> Found | None:
    """The type of what a dataclass takes and does not keep."""
    symbol = owner.names.get("__init__")
    function = _function(symbol.node) if symbol is not None else None
    type_ = _parameter(function, name) if function is not None else None
    return None if type_ is None else Found(type=type_)
