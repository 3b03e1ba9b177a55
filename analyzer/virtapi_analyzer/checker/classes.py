"""Classes of mypy's trees as plain data: their members, whoever defines them, and the signatures of these."""

from collections.abc import Iterable, Iterator, Mapping

from mypy.nodes import (
    ARG_NAMED,
    ARG_NAMED_OPT,
    ARG_OPT,
    ARG_POS,
    ARG_STAR,
    ARG_STAR2,
    ArgKind,
    Decorator,
    FuncDef,
    MypyFile,
    OverloadedFuncDef,
    SymbolNode,
    SymbolTableNode,
    TypeInfo,
    Var,
)
from mypy.types import AnyType, CallableType, Instance, NoneType, Parameters, ProperType, Type, get_proper_type

from virtapi_analyzer.model.checked import CheckedClass, CheckedMember, MemberKind
from virtapi_analyzer.model.signature import Parameter, ParameterKind, Signature, Value

_GIVEN = Value(text="...", normal=None)
"""Stands for any default: mypy keeps that there is one, not which."""

_NAMED = {
    ARG_POS: (ParameterKind.POSITIONAL_OR_KEYWORD, None),
    ARG_OPT: (ParameterKind.POSITIONAL_OR_KEYWORD, _GIVEN),
    ARG_STAR: (ParameterKind.VAR_POSITIONAL, None),
    ARG_NAMED: (ParameterKind.KEYWORD_ONLY, None),
    ARG_NAMED_OPT: (ParameterKind.KEYWORD_ONLY, _GIVEN),
    ARG_STAR2: (ParameterKind.VAR_KEYWORD, None),
}

_NAMELESS = {ParameterKind.VAR_POSITIONAL: "args", ParameterKind.VAR_KEYWORD: "kwargs"}


def defined(tree: MypyFile, module: str) -> tuple[str, ...]:
    """The classes that a module defines, by dotted path."""
    return tuple(sorted(info.fullname for info in classes_in(tree.names.values(), module)))


def classes(trees: Mapping[str, MypyFile]) -> Mapping[str, CheckedClass]:
    """Every class of these modules, and every class that one of them inherits from, by dotted path."""
    found: dict[str, CheckedClass] = {}
    for module, tree in trees.items():
        for info in classes_in(tree.names.values(), module):
            for each in info.mro:
                if each.fullname not in found:
                    found[each.fullname] = _class(each)
    return found


def classes_in(symbols: Iterable[SymbolTableNode], module: str) -> Iterator[TypeInfo]:
    """The classes that a module defines, those inside others too."""
    for symbol in symbols:
        node = symbol.node
        if isinstance(node, TypeInfo) and node.module_name == module:
            yield node
            yield from classes_in(node.names.values(), module)


def _class(info: TypeInfo) -> CheckedClass:
    members = {}
    for name, symbol in sorted(info.names.items()):  # as mypy's cache has them
        if symbol.node is not None and (member := _member(name, symbol.node)) is not None:
            members[name] = member
    return CheckedClass(
        path=info.fullname,
        module=info.module_name,
        mro=tuple(base.fullname for base in info.mro),
        members=members,
        undefined=tuple((name, _asks(info, name)) for name, _ in info.abstract_attributes),
        open=any(base.fallback_to_any for base in info.mro),
    )


def _asks(info: TypeInfo, name: str) -> str:
    """The class that leaves the member abstract: the first in the order of resolution that has it at all."""
    return next((base.fullname for base in info.mro if name in base.names), info.fullname)


def _member(name: str, node: SymbolNode) -> CheckedMember | None:
    match node:
        case FuncDef():
            return _function(name, node, node.type)
        case Decorator():
            if node.func.is_property:
                return CheckedMember(
                    name=name,
                    kind=MemberKind.PROPERTY,
                    abstract=node.func.abstract_status != 0,
                )
            return _function(name, node.func, node.var.type)
        case OverloadedFuncDef():
            if node.is_property:
                return CheckedMember(name=name, kind=MemberKind.PROPERTY)
            kind = MemberKind.CLASS_METHOD if node.is_class else MemberKind.METHOD
            return CheckedMember(name=name, kind=kind)
        case Var():
            return _attribute(name, node)
        case TypeInfo():
            return CheckedMember(name=name, kind=MemberKind.CLASS)
    return None


def _attribute(name: str, node: Var) -> CheckedMember:
    """An attribute. One that holds a function is called as a method is, and has its signature."""
    given, signature = get_proper_type(node.type), None
    if isinstance(given, Instance) and given.type.fullname in ("builtins.staticmethod", "builtins.classmethod"):
        held = get_proper_type(given.args[0]) if given.args else None  # as typeshed has both: their parameters first
        if isinstance(held, Parameters):
            signature = _signature(held.arg_kinds, held.arg_names, MemberKind.STATIC_METHOD)
    elif isinstance(given, CallableType) and not given.is_type_obj() and not _anything(given):
        bound = node.is_inferred or node.is_classvar  # else mypy takes it for an attribute of the object
        kind = MemberKind.METHOD if bound and not node.is_staticmethod else MemberKind.STATIC_METHOD
        signature = _signature(given.arg_kinds, given.arg_names, kind)
    return CheckedMember(
        name=name, kind=MemberKind.ATTRIBUTE, signature=signature, class_variable=node.is_classvar or node.is_final
    )


def _function(name: str, function: FuncDef, given: Type | None) -> CheckedMember:
    """A method; where a decorator hides its signature, the function below the decorator is taken for it."""
    kind = MemberKind.METHOD
    if function.is_class:
        kind = MemberKind.CLASS_METHOD
    elif function.is_static and name != "__new__":
        kind = MemberKind.STATIC_METHOD
    proper = get_proper_type(given)
    opaque = isinstance(proper, AnyType) or (isinstance(proper, CallableType) and _anything(proper))
    returned: ProperType | None = None
    if isinstance(proper, CallableType) and not _anything(proper):
        signature = _signature(proper.arg_kinds, proper.arg_names, kind)
        returned = get_proper_type(proper.ret_type)
    else:
        signature = _signature(function.arg_kinds, function.arg_names, kind)
    return CheckedMember(
        name=name,
        kind=kind,
        signature=signature,
        opaque=opaque,
        asynchronous=function.is_coroutine or _awaited(returned),
        abstract=function.abstract_status != 0,
        gives=returned is not None and not isinstance(returned, AnyType | NoneType),
    )


def _awaited(returned: ProperType | None) -> bool:
    return isinstance(returned, Instance) and returned.type.fullname in ("typing.Coroutine", "typing.Awaitable")


def _anything(given: CallableType) -> bool:
    """Whether it is `(*args: Any, **kwargs: Any)`, as a decorator has it that says nothing of what it wraps."""
    return given.is_ellipsis_args


def _signature(kinds: Iterable[ArgKind], names: Iterable[str | None], kind: MemberKind) -> Signature:
    """The parameters behind the receiver. mypy has no name for what is positional-only: it is called by its place."""
    listed = list(zip(kinds, names, strict=True))
    receiver = 0 if kind is MemberKind.STATIC_METHOD or not listed or listed[0][0].is_star() else 1
    parameters = []
    for place, (how, name) in enumerate(listed[receiver:], start=1):
        manner, default = _NAMED[how]
        if name is None and manner is ParameterKind.POSITIONAL_OR_KEYWORD:
            manner = ParameterKind.POSITIONAL_ONLY
        parameters.append(Parameter(name=name or _NAMELESS.get(manner, f"#{place}"), kind=manner, default=default))
    return Signature(parameters=tuple(parameters))
