"""Where a driver uses a field that is superseded: PEP 702 has no mark for fields, so mypy says nothing of them."""

from collections.abc import Callable, Mapping

from mypy.errorcodes import ErrorCode
from mypy.nodes import MemberExpr, SymbolTableNode, TypeInfo
from mypy.plugin import AttributeContext, FunctionContext
from mypy.types import Type

Superseded = Mapping[str, str]
"""Fields by dotted path (`virtapi.objects.flavor.Flavor.old`), each with what to do instead."""

_CODE = ErrorCode("superseded", "A field that is superseded is used", "General")
"""Not mypy's own `deprecated`: mypy forgets those within a longer expression."""


def read_of(field: str, instead: str) -> Callable[[AttributeContext], Type]:
    """Says so where the field is read or set."""

    def tell(context: AttributeContext) -> Type:
        # Not in a class pattern, where mypy takes what is said for a sign that the attribute is missing.
        if isinstance(context.context, MemberExpr):
            context.api.fail(_words(field, instead), context.context, code=_CODE)
        return context.default_attr_type

    return tell


def construction_of(found: SymbolTableNode | None, superseded: Superseded) -> Callable[[FunctionContext], Type] | None:
    """Says so where an object is constructed with the field. None where `found` is no class that has such a field."""
    info = found.node if found is not None else None
    if not isinstance(info, TypeInfo):
        return None
    paths = (path for base in info.mro for path in superseded if path.rpartition(".")[0] == base.fullname)
    fields = {path.rpartition(".")[2]: path for path in paths}
    if not fields:
        return None

    def tell(context: FunctionContext) -> Type:
        for name, given in zip(context.callee_arg_names, context.args, strict=False):
            if given and name in fields:
                context.api.fail(_words(fields[name], superseded[fields[name]]), given[0], code=_CODE)
        return context.default_return_type

    return tell


def _words(field: str, instead: str) -> str:
    return f"field {field} is deprecated: {instead}"
