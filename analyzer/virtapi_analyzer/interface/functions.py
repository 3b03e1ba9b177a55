"""Functions, methods and properties, from griffe's tree into ours."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import griffe

from virtapi_analyzer.interface.context import Context
from virtapi_analyzer.interface.docstrings import documented
from virtapi_analyzer.interface.library import Source
from virtapi_analyzer.interface.type_variables import Numbering
from virtapi_analyzer.interface.unions import split
from virtapi_analyzer.interface.values import value
from virtapi_analyzer.interface.words import contract_of
from virtapi_analyzer.model.contract import Contract
from virtapi_analyzer.model.element import (
    Binding,
    Body,
    Function,
    Parameter,
    ParameterKind,
    Signature,
    Type,
)
from virtapi_analyzer.model.errors import ReadingError

KINDS = {
    griffe.ParameterKind.positional_only: ParameterKind.POSITIONAL_ONLY,
    griffe.ParameterKind.positional_or_keyword: ParameterKind.POSITIONAL_OR_KEYWORD,
    griffe.ParameterKind.var_positional: ParameterKind.VAR_POSITIONAL,
    griffe.ParameterKind.keyword_only: ParameterKind.KEYWORD_ONLY,
    griffe.ParameterKind.var_keyword: ParameterKind.VAR_KEYWORD,
}
ABSTRACT = frozenset(
    {"abc.abstractmethod", "abc.abstractproperty", "abc.abstractclassmethod", "abc.abstractstaticmethod"}
)
FINAL = frozenset({"typing.final"})
COROUTINES = ("collections.abc.Coroutine[", "types.CoroutineType[")
IMPLICIT_CLASSMETHODS = frozenset({"__init_subclass__", "__class_getitem__"})
NAMED_IN_CALLS = frozenset({"__init__", "__new__", "__call__", "__init_subclass__", "__post_init__"})
"""The special methods whose parameters people name; all others Python calls itself, and by position."""


def function(
    context: Context, source: Source, path: str, nodes: Sequence[griffe.Function], *, of_class: bool
) -> Function:
    """One function or method; several nodes are the forms of an overload set."""
    node = nodes[-1]
    for form in nodes:
        _refuse_twice(context, source, form)
    scope = node.parent or source.module
    forms = [context.decorator_paths(source, form) for form in nodes]
    paths = forms[-1]
    binding = _binding(node, paths) if of_class else Binding.FREE
    signatures = tuple(_signature(context, form, binding) for form in nodes)
    generator = node.lineno in source.facts.generators or "contextlib.asynccontextmanager" in paths
    asynchronous = "async" in node.labels and not generator
    signature = signatures[-1]
    if not asynchronous and (awaited := _awaited(signature.returns)) is not None:
        asynchronous = True
        signatures = tuple(replace(s, returns=_awaited(s.returns)) for s in signatures)
        signature = replace(signature, returns=awaited)
    docstring = node.docstring.value if node.docstring else None
    return Function(
        path=path,
        text=text_of(node, async_="async" in node.labels),
        location=context.library.locate(source, source.facts.lines.get(node.lineno or 0, node.lineno)),
        docstring=docstring,
        contract=_contract(context, source, nodes),
        signature=signature,
        overloads=signatures if "typing.overload" in forms[0] else (),
        binding=binding,
        asynchronous=asynchronous,
        abstract=any(not ABSTRACT.isdisjoint(form) for form in forms),
        final=any(not FINAL.isdisjoint(form) for form in forms),
        body=source.facts.bodies.get(node.lineno or 0, Body.EMPTY),
        decorators=paths,
        raises_documented=tuple(context.path_of(scope, name) for name in documented(docstring or "")),
    )


def _refuse_twice(context: Context, source: Source, node: griffe.Function) -> None:
    names = [parameter.name for parameter in node.parameters]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        place = context.library.locate(source, node.lineno)
        raise ReadingError(f"{place.file}:{place.line}: {node.name} has two parameters `{twice}`: rename one")


def _contract(context: Context, source: Source, nodes: Sequence[griffe.Function]) -> Contract:
    """What a function declares. An overload set is deprecated where each of its forms is (PEP 702 allows to deprecate
    one of them alone, which says nothing of the others); every other word counts wherever it stands."""
    forms = [source.facts.decorators.get(node.lineno or 0, ()) for node in nodes]
    resolve = context.resolver(nodes[-1].parent or source.module)
    declared = contract_of([decorator for form in forms for decorator in form], resolve)
    if declared.deprecated is None or all(contract_of(form, resolve).deprecated is not None for form in forms):
        return declared
    return replace(declared, deprecated=None)


def overloads(implementation: object) -> list[griffe.Function]:
    """The forms of an overload set that has an implementation; without one, the scope holds them."""
    return list(implementation.overloads or ()) if isinstance(implementation, griffe.Function) else []


def _binding(node: griffe.Function, paths: Sequence[str]) -> Binding:
    """What a function of a class is bound to. A decorator that we do not know and that says in its name what it makes
    (`remotable_classmethod`) is believed."""
    last = {path.rpartition(".")[2] for path in paths}
    if any(name.endswith("staticmethod") for name in last):
        return Binding.STATIC
    if any(name.endswith("classmethod") for name in last) or node.name in IMPLICIT_CLASSMETHODS:
        return Binding.CLASS
    return Binding.INSTANCE


def _awaited(returns: Type | None) -> Type | None:
    """What `Coroutine[Any, Any, X]` gives when it is awaited; None for anything else."""
    if returns is None or not returns.normal.startswith(COROUTINES):
        return None
    inner = returns.normal[returns.normal.index("[") + 1 : -1]
    parts = list(split(inner, ", "))
    return replace(returns, normal=parts[2]) if len(parts) == 3 else None


def _signature(context: Context, node: griffe.Function, binding: Binding) -> Signature:
    listed = list(node.parameters)
    if binding in (Binding.INSTANCE, Binding.CLASS) and listed and KINDS[listed[0].kind or _PLAIN].positional:
        listed = listed[1:]
    numbering = context.form.numbering(node)
    for parameter in sorted(listed, key=_numbered):  # so that the order of keywords numbers no type variables
        context.form.type(parameter.annotation, node, numbering)
    parameters = [found for parameter in listed for found in _parameters(context, parameter, node, numbering)]
    returns = context.form.type(node.returns, node, numbering)
    special = node.name.startswith("__") and node.name.endswith("__") and node.name not in NAMED_IN_CALLS
    by_position = parameters if not special else [_by_position(parameter) for parameter in parameters]
    return Signature(parameters=tuple(_dunder_positional(by_position)), returns=returns)


def _by_position(parameter: Parameter) -> Parameter:
    plain = parameter.kind is ParameterKind.POSITIONAL_OR_KEYWORD
    return replace(parameter, kind=ParameterKind.POSITIONAL_ONLY) if plain else parameter


def _numbered(parameter: griffe.Parameter) -> tuple[bool, str]:
    """The order in which type variables are numbered: as they stand, keyword-only parameters by their names."""
    keyword_only = parameter.kind is griffe.ParameterKind.keyword_only
    return keyword_only, parameter.name if keyword_only else ""


_PLAIN = griffe.ParameterKind.positional_or_keyword


def _parameters(
    context: Context, parameter: griffe.Parameter, node: griffe.Function, numbering: Numbering
) -> Iterator[Parameter]:
    kind = KINDS[parameter.kind or _PLAIN]
    type_ = context.form.type(parameter.annotation, node, numbering)
    if kind is ParameterKind.VAR_KEYWORD and type_ is not None and type_.normal.startswith("typing.Unpack["):
        keys = context.keys_of(type_.normal.removeprefix("typing.Unpack[").removesuffix("]"))
        if keys is not None:
            yield from keys
            return
    default = None if kind.variadic else value(context.form, parameter.default, node)
    contract = contract_of((), context.resolver(node), type_.metadata if type_ else ())
    yield Parameter(name=parameter.name, kind=kind, type=type_, default=default, contract=contract)


def _dunder_positional(parameters: Sequence[Parameter]) -> Iterator[Parameter]:
    """The old spelling of positional-only: leading parameters named `__x`."""
    leading = True
    for parameter in parameters:
        private = parameter.name.startswith("__") and not parameter.name.endswith("__")
        leading = leading and private and parameter.kind.positional
        yield replace(parameter, kind=ParameterKind.POSITIONAL_ONLY) if leading else parameter


def text_of(node: griffe.Function, *, async_: bool) -> str:
    """The definition on one line, as Python writes it."""
    parts: list[str] = []
    listed = list(node.parameters)
    for index, parameter in enumerate(listed):
        kind = parameter.kind or _PLAIN
        earlier = [other.kind for other in listed[:index]]
        if kind is griffe.ParameterKind.keyword_only and not (
            griffe.ParameterKind.keyword_only in earlier or griffe.ParameterKind.var_positional in earlier
        ):
            parts.append("*")
        parts.append(_parameter_text(parameter, kind))
        last = index + 1 == len(listed) or listed[index + 1].kind is not griffe.ParameterKind.positional_only
        if kind is griffe.ParameterKind.positional_only and last:
            parts.append("/")
    returns = f" -> {node.returns}" if node.returns is not None else ""
    return f"{'async ' if async_ else ''}def {node.name}({', '.join(parts)}){returns}"


def _parameter_text(parameter: griffe.Parameter, kind: griffe.ParameterKind) -> str:
    stars = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}.get(kind, "")
    text = f"{stars}{parameter.name}"
    if parameter.annotation is not None:
        text += f": {parameter.annotation}"
    if parameter.default is not None and not stars:
        text += f" = {parameter.default}" if parameter.annotation is not None else f"={parameter.default}"
    return text
