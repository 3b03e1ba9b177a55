"""What is of two types at once, as mypy's meet has it, and for two classes whether one may derive from both."""

from collections.abc import Iterator

from mypy.checker import TypeChecker
from mypy.meet import meet_types
from mypy.messages import format_type_bare
from mypy.subtypes import is_subtype
from mypy.type_visitor import TypeTranslator
from mypy.types import (
    AnyType,
    CallableType,
    Instance,
    NoneType,
    ProperType,
    TupleType,
    Type,
    TypeAliasType,
    TypeOfAny,
    UninhabitedType,
    UnionType,
    get_proper_type,
)

from virtapi_analyzer.checker.unknown import is_unknown
from virtapi_analyzer.model.relation import OF_BOTH


def common(first: Type, second: Type, checker: TypeChecker, *, returned: bool = False) -> str | None:
    """The type of the values that are of both types, as mypy writes it; None where there are none.

    `returned` says that both are results, wrapped as those of calls without arguments.
    """
    one, other = (
        get_proper_type((_result(each) if returned else get_proper_type(each)).accept(_Anything()))
        for each in (first, second)
    )
    if is_subtype(other, one):  # what nobody knows may be what is known
        return format_type_bare(other, checker.options)
    met = get_proper_type(meet_types(one, other))
    if not isinstance(met, UninhabitedType | NoneType):
        return format_type_bare(met, checker.options)
    nothing = [] if isinstance(met, UninhabitedType) else ["None"]
    found = (_of_both(a, b, checker) for a in _classes(one) for b in _classes(other))
    told = [*(each for each in found if each is not None), *nothing]
    return " or ".join(told) or None


class _Anything(TypeTranslator):
    """Has what nobody knows be anything again."""

    def visit_instance(self, t: Instance, /) -> Type:
        """Any for a class that stands for it."""
        return AnyType(TypeOfAny.special_form) if is_unknown(t) else super().visit_instance(t)

    def visit_type_alias_type(self, t: TypeAliasType, /) -> Type:
        """An alias that stands for itself is left as it is."""
        return t if t.is_recursive else get_proper_type(t).accept(self)


def _result(of_call: Type) -> ProperType:
    proper = get_proper_type(of_call)
    return get_proper_type(proper.ret_type) if isinstance(proper, CallableType) else proper


def _classes(type_: ProperType) -> Iterator[Instance]:
    for each in type_.items if isinstance(type_, UnionType) else [type_]:
        proper = get_proper_type(each)
        if isinstance(proper, Instance):
            yield proper
        elif isinstance(proper, TupleType) and proper.partial_fallback.type.fullname != "builtins.tuple":
            yield proper.partial_fallback  # a NamedTuple


def _of_both(first: Instance, second: Instance, checker: TypeChecker) -> str | None:
    """The class that derives from both, where there may be one; of one generic class with two arguments there is
    none."""
    if first.type.has_base(second.type.fullname) or second.type.has_base(first.type.fullname):
        return None
    checker.errors.set_file("<intersection>", None, checker.options)  # what it says of the class stands in no module
    with checker.tscope.module_scope(checker.tree.fullname):
        made = checker.intersect_instances((first, second), [])
    names = [format_type_bare(each, checker.options) for each in (first, second)]
    return f"{OF_BOTH} {names[0]} and {names[1]}" if made is not None else None
