"""Properties, from griffe's tree into ours."""

import ast
from collections.abc import Callable
from dataclasses import replace

import griffe

from virtapi_analyzer.interface.context import Context
from virtapi_analyzer.interface.functions import ABSTRACT, FINAL
from virtapi_analyzer.interface.library import Source
from virtapi_analyzer.interface.words import contract_of, path_of_decorator
from virtapi_analyzer.model.element import Body, Class, Property, Type

ACCESSORS = frozenset({"getter", "setter", "deleter"})


def property_of(context: Context, source: Source, path: str, node: griffe.Attribute | griffe.Function) -> Property:
    """A property, which griffe has as an attribute with labels (a function, where `abc.abstractproperty` makes it)."""
    scope = node.parent or source.module
    decorators = source.facts.decorators.get(node.lineno or 0, ())
    paths = {path_of_decorator(decorator, context.resolver(scope)) for decorator in decorators}
    return Property(
        path=path,
        text=f"property {node.name}" + (f": {node.annotation}" if node.annotation is not None else ""),
        location=context.library.locate(source, source.facts.lines.get(node.lineno or 0, node.lineno)),
        docstring=node.docstring.value if node.docstring else None,
        contract=contract_of(decorators, context.resolver(scope)),
        type=context.form.type(node.annotation, scope),
        takes=_takes(context, node, scope),
        settable="writable" in node.labels,
        deletable="deletable" in node.labels,
        abstract="abstractmethod" in node.labels or not ABSTRACT.isdisjoint(paths),
        body=source.facts.bodies.get(node.lineno or 0, Body.EMPTY),
        final=not FINAL.isdisjoint(paths),
    )


def _takes(context: Context, node: griffe.Attribute | griffe.Function, scope: griffe.Object) -> Type | None:
    """What the setter says that it takes."""
    setter = node.setter if isinstance(node, griffe.Attribute) else None
    return _taken(context, setter, scope) if setter is not None else None


def _taken(context: Context, setter: griffe.Function, scope: griffe.Object) -> Type | None:
    given = list(setter.parameters)[1:2]
    return context.form.type(given[0].annotation, scope) if given else None


def completed(
    context: Context, source: Source, path: str, node: griffe.Function, named: Callable[[str], Class | None]
) -> Property | None:
    """A property of a base with another accessor, `@Base.size.setter`; None for every other function. `named` gives
    the class of a path."""
    scope = node.parent or source.module
    for decorator in source.facts.decorators.get(node.lineno or 0, ()):
        if isinstance(decorator, ast.Attribute) and decorator.attr in ACCESSORS:
            owner, _, name = context.path_of(scope, ast.unparse(decorator.value)).rpartition(".")
            base = named(owner)
            inherited = base.members.get(name) if base is not None else None
            if inherited is not None and isinstance(before := inherited.element, Property):
                made = property_of(context, source, path, node)
                taken = _taken(context, node, scope) if decorator.attr == "setter" else before.takes
                return replace(
                    before if decorator.attr != "getter" else made,
                    path=path,
                    location=made.location,
                    takes=taken,
                    settable=before.settable or decorator.attr == "setter",
                    deletable=before.deletable or decorator.attr == "deleter",
                )
    return None
