"""What is of two types at once, as mypy's meet has it, and for two classes whether one may derive from both."""

from collections.abc import Iterator

from mypy.checker import TypeChecker
from mypy.meet import meet_types
from mypy.messages import format_type_bare
from mypy.types import CallableType, Instance, NoneType, ProperType, Type, UninhabitedType, UnionType, get_proper_type

from virtapi_analyzer.checker.unknown import is_unknown
from virtapi_analyzer.model.relation import OF_BOTH


def common(first: Type, second: Type, checker: TypeChecker, *, returned: bool = False) -> str | None:
    """The type of the values that are of both types, as mypy writes it; None where there are none.

    `returned` says that both are results, wrapped as those of calls without arguments.
    """
    one, other = (_result(each) if returned else get_proper_type(each) for each in (first, second))
    met = get_proper_type(meet_types(one, other))
    if not isinstance(met, UninhabitedType | NoneType):
        return format_type_bare(met, checker.options)
    nothing = [] if isinstance(met, UninhabitedType) else ["None"]
    found = (_of_both(a, b, checker) for a in _classes(one) for b in _classes(other))
    told = [*(each for each in found if each is not None), *nothing]
    return " or ".join(told) or None


def _result(of_call: Type) -> ProperType:
    proper = get_proper_type(of_call)
    return get_proper_type(proper.ret_type) if isinstance(proper, CallableType) else proper


def _classes(type_: ProperType) -> Iterator[Instance]:
    for each in type_.items if isinstance(type_, UnionType) else [type_]:
        proper = get_proper_type(each)
        if isinstance(proper, Instance):
            yield proper


def _of_both(first: Instance, second: Instance, checker: TypeChecker) -> str | None:
    """The class that derives from both, where there may be one; of one generic class with two arguments there is
    none."""
    if first.type.has_base(second.type.fullname) or second.type.has_base(first.type.fullname):
        return None
    if is_unknown(first) or is_unknown(second):
        return format_type_bare(second if is_unknown(first) else first, checker.options)
    checker.errors.set_file("<intersection>", None, checker.options)  # what it says of the class stands in no module
    with checker.tscope.module_scope(checker.tree.fullname):
        made = checker.intersect_instances((first, second), [])
    names = [format_type_bare(each, checker.options) for each in (first, second)]
    return f"{OF_BOTH} {names[0]} and {names[1]}" if made is not None else None
