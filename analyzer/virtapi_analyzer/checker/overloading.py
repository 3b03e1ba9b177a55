"""Two overload sets: whether the new one takes the calls of the old one, and an old override passes for the new one."""

from collections.abc import Iterator

from mypy.checker import TypeChecker
from mypy.checkexpr import ExpressionChecker
from mypy.nodes import ARG_NAMED, ARG_POS, ArgKind, Decorator, FuncDef, OverloadedFuncDef, SymbolNode, TempNode
from mypy.subtypes import is_subtype
from mypy.types import CallableType, Overloaded, ProperType, Type, get_proper_type

from virtapi_analyzer.checker.types_of_places import without_receiver

Set = CallableType | Overloaded


def set_of(node: SymbolNode | None) -> Set | None:
    """What a function is to its callers, without its receiver; None where not all of its forms are annotated."""
    found = list(_forms(node))
    forms = [form for form in found if form is not None]
    if not forms or len(forms) != len(found):
        return None
    return forms[0] if len(forms) == 1 else Overloaded(forms)


def _forms(node: SymbolNode | None) -> Iterator[CallableType | None]:
    match node:
        case FuncDef():
            yield without_receiver(node)
        case Decorator():
            yield without_receiver(node.func)
        case OverloadedFuncDef():
            for item in node.items:
                yield from _forms(item)


def overridden(old: ProperType, new: ProperType) -> bool:
    """Whether a type checker takes an override with the old forms for the new ones."""
    return is_subtype(old, new)


def called(old: Set, new: Set, checker: TypeChecker) -> bool:
    """Whether every old form, called as it says on the new set, gives what it gave: mypy chooses the form."""
    forms = old.items if isinstance(old, Overloaded) else [old]
    return all(_takes(new, form, checker) for form in forms)


def _takes(new: Set, form: CallableType, checker: TypeChecker) -> bool:
    arguments = [
        (TempNode(type_), ARG_POS if kind.is_positional() else ARG_NAMED, name if kind.is_named() else None)
        for type_, kind, name in zip(form.arg_types, form.arg_kinds, form.arg_names, strict=True)
        if not kind.is_star()
    ]
    nodes = [node for node, _, _ in arguments]
    kinds: list[ArgKind] = [kind for _, kind, _ in arguments]
    expressions = checker.expr_checker
    assert isinstance(expressions, ExpressionChecker)
    checker.errors.set_file("<call>", None, checker.options)  # a call that stands in no module
    with checker.msg.filter_errors() as watcher:
        given, _ = expressions.check_call(new, list(nodes), kinds, TempNode(form), [name for _, _, name in arguments])
    return not watcher.has_new_errors() and _fits(given, form.ret_type)


def _fits(given: Type, wanted: Type) -> bool:
    return is_subtype(get_proper_type(given), wanted)
