"""Marks where a driver reads an attribute of the interface that may be `None`, while mypy checks it."""

from collections.abc import Callable

from mypy.errorcodes import ErrorCode
from mypy.plugin import AttributeContext
from mypy.types import NoneType, Type, UnionType, get_proper_type

from virtapi_analyzer.checker.optional import CODE

_CODE = ErrorCode(CODE, "An attribute that may be None is read", "General")


def read_of(attribute: str) -> Callable[[AttributeContext], Type]:
    """Marks the place where the attribute is read, if it may be `None`."""

    def mark(context: AttributeContext) -> Type:
        given = get_proper_type(context.default_attr_type)
        items = given.items if isinstance(given, UnionType) and not context.is_lvalue else ()
        if any(isinstance(get_proper_type(each), NoneType) for each in items):
            context.api.fail(attribute, context.context, code=_CODE)
        return context.default_attr_type

    return mark
