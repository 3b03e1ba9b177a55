"""Constants, attributes, fields and enum members, from griffe's tree into ours."""

import ast
import builtins
from collections.abc import Iterator
from dataclasses import replace

import griffe

from virtapi_analyzer.interface.aliases import is_alias, reads_like_type
from virtapi_analyzer.interface.context import Context
from virtapi_analyzer.interface.expressions import parsed
from virtapi_analyzer.interface.facts import qualifiers
from virtapi_analyzer.interface.library import Source
from virtapi_analyzer.interface.literals import CONTAINERS
from virtapi_analyzer.interface.standard_names import TYPE_MAKERS, WRAPPERS
from virtapi_analyzer.interface.values import value
from virtapi_analyzer.interface.words import contract_of
from virtapi_analyzer.model.element import Attribute, AttributeKind, Value

FIELD_MAKERS = frozenset({"dataclasses.field"})


def attribute(
    context: Context,
    source: Source,
    path: str,
    node: griffe.Attribute,
    kind: AttributeKind | None = None,
    *,
    keyword_only: bool = False,
) -> Attribute:
    """One attribute; `kind` is what its class says that it is, None for what griffe's labels say.

    `keyword_only` is what holds for a field that does not say so itself.
    """
    scope = node.parent or source.module
    qualifiers = qualifiers_of(source, node) or frozenset()
    type_ = context.form.type(node.annotation, scope)
    if type_ is not None and type_.normal in WRAPPERS:  # `x: Final = 3` leaves the type open
        type_ = None
    found = kind or _kind(context, node, scope, qualifiers)
    if found is AttributeKind.ALIAS:
        type_ = context.form.type(node.value, node)
    made = Attribute(
        path=path,
        text=_text(node, qualifiers),
        location=context.library.locate(source, node.lineno),
        docstring=node.docstring.value if node.docstring else None,
        contract=contract_of((), context.resolver(scope), type_.metadata if type_ else ()),
        kind=found,
        type=type_,
        value=None if found is AttributeKind.ALIAS else value(context.form, node.value, scope),
        final="Final" in qualifiers,
        class_variable="ClassVar" in qualifiers,
        read_only="ReadOnly" in qualifiers,
        optional_key="NotRequired" in qualifiers,
        init_only="InitVar" in qualifiers and found is AttributeKind.FIELD,
        keyword_only=keyword_only and found is AttributeKind.FIELD,
    )
    if found is AttributeKind.INSTANCE and made.value is not None:  # what a constructor assigns, nobody can know
        made = replace(made, value=replace(made.value, normal=None))
    return _field(context, made, node, scope) if found is AttributeKind.FIELD else made


def qualifiers_of(source: Source, node: griffe.Attribute) -> frozenset[str] | None:
    """The words around the type of an attribute; None where it is not annotated. One that a class annotates and its
    constructor assigns stands, for griffe, where it is assigned."""
    found = source.facts.qualifiers.get((node.lineno or 0, node.name))
    if found is None and node.annotation is not None:
        return qualifiers(parsed(str(node.annotation)))
    return found


def _kind(context: Context, node: griffe.Attribute, scope: griffe.Object, qualifiers: frozenset[str]) -> AttributeKind:
    if not scope.is_module:
        return AttributeKind.INSTANCE if "class-attribute" not in node.labels else AttributeKind.CLASS
    if isinstance(node.value, griffe.ExprCall) and context.path_of(scope, str(node.value.function)) in TYPE_MAKERS:
        return AttributeKind.TYPE_VARIABLE
    if "TypeAlias" in qualifiers or (node.annotation is not None and is_alias(node)):
        return AttributeKind.ALIAS
    aliased = node.annotation is None and node.value is not None and reads_like_type(str(node.value))
    if aliased and _names_a_type(context, scope, str(node.value)):
        return AttributeKind.ALIAS
    return AttributeKind.CONSTANT


def _names_a_type(context: Context, scope: griffe.Object, text: str) -> bool:
    """Whether an expression that reads like a type is made of one: an outermost name of it is a class or a form of
    `typing`, as far as we can see."""
    waiting: list[ast.expr] = [parsed(text)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Subscript):
            waiting.append(node.value)
        elif isinstance(node, ast.BinOp):
            waiting += [node.left, node.right]
        elif isinstance(node, ast.Name | ast.Attribute) and _is_type(context, scope, ast.unparse(node)):
            return True
    return False


def _is_type(context: Context, scope: griffe.Object, name: str) -> bool:
    path = context.names.resolve(scope, name)
    if path.startswith(("typing.", "typing_extensions.", "collections.abc.")):
        return True
    if "." not in path:
        return isinstance(getattr(builtins, path, None), type)
    return isinstance(context.names.target(path).node, griffe.Class)


def _text(node: griffe.Attribute, qualifiers: frozenset[str]) -> str:
    annotation = str(node.annotation) if node.annotation is not None else ""
    for qualifier in ("Final", "ClassVar"):
        if qualifier in qualifiers and qualifier not in annotation:
            annotation = f"{qualifier}[{annotation}]" if annotation else qualifier
    text = f"{node.name}: {annotation}" if annotation else node.name
    return f"{text} = {node.value}" if node.value is not None else text


def _field(context: Context, made: Attribute, node: griffe.Attribute, scope: griffe.Object) -> Attribute:
    """A field of a dataclass: what `field(…)` says becomes the default and the options."""
    if (
        not isinstance(node.value, griffe.ExprCall)
        or context.path_of(scope, str(node.value.function)) not in FIELD_MAKERS
    ):
        return made
    options = {a.name: a.value for a in node.value.arguments if isinstance(a, griffe.ExprKeyword)}
    default = value(context.form, options.get("default"), scope)
    if "default_factory" in options:
        default = _made(context, str(options["default_factory"]), scope)
    return replace(
        made,
        value=default,
        in_constructor=str(options.get("init", "True")) != "False",
        keyword_only=str(options.get("kw_only", made.keyword_only)) == "True",
    )


def _made(context: Context, factory: str, scope: griffe.Object) -> Value | None:
    """What a factory makes: that of a lambda is written in it."""
    tree = parsed(factory)
    if isinstance(tree, ast.Lambda) and not ast.unparse(tree.args):
        return value(context.form, ast.unparse(tree.body), scope)
    path = context.path_of(scope, factory.partition("[")[0])
    made = value(context.form, f"{path}()", scope) if path in CONTAINERS else None
    return Value(text=f"{factory}()", normal=made.normal if made is not None else f"{path}()")


def flags(attribute_: Attribute) -> Iterator[Attribute]:
    """The keys of a dict literal, each as an element of its own."""
    try:
        tree = parsed(attribute_.value.text if attribute_.value else "")
    except SyntaxError:
        return
    for key, flag in zip(tree.keys, tree.values, strict=True) if isinstance(tree, ast.Dict) else ():
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            text = ast.unparse(flag)
            yield replace(
                attribute_,
                path=f"{attribute_.path}[{key.value}]",
                text=f"{key.value!r}: {text}",
                kind=AttributeKind.FLAG,
                type=None,
                docstring=None,
                value=Value(text=text, normal=text),
            )


def told_by_flags(attribute_: Attribute) -> Attribute:
    """The dict whose keys are elements of their own, without its value."""
    return replace(attribute_, text=attribute_.path.rpartition(".")[2], value=Value(text="{…}", normal=None))
