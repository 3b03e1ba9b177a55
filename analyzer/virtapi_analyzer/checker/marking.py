"""Marks where a driver reads an attribute of the interface that may be `None`, while mypy checks it."""

from collections.abc import Callable

from mypy.errorcodes import ErrorCode
from mypy.nodes import MemberExpr
from mypy.plugin import AttributeContext
from mypy.types import NoneType, Type, UnionType, get_proper_type

from virtapi_analyzer.checker.optional import CODE

_CODE = ErrorCode(CODE, "An attribute that may be None is read", "General")


def read_of(attribute: str) -> Callable[[AttributeContext], Type]:
    """Marks the place where the attribute is read, if it may be `None`.

    Not in a class pattern: there mypy tries whether the class has the attribute, and takes a mark for a no.
    """

    def mark(context: AttributeContext) -> Type:
        given = get_proper_type(context.default_attr_type)
        items = given.items if isinstance(given, UnionType) and _marked(context) else ()
        if any(isinstance(get_proper_type(each), NoneType) for each in items):
            context.api.fail(attribute, context.context, code=_CODE)
        return context.default_attr_type

    return mark


def _marked(context: AttributeContext) -> bool:
    return isinstance(context.context, MemberExpr) and not context.is_lvalue
