"""The old declarations of members, as a driver or another implementer wrote them."""

import ast
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from virtapi_analyzer.compare.forms import written
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Binding,
    Class,
    ClassKind,
    ClassMember,
    Function,
    Parameter,
    ParameterKind,
    Property,
    Signature,
    Type,
    Value,
)
from virtapi_analyzer.prove.spelling import Spelling
from virtapi_analyzer.prove.witness import Witness, witness

NO_BODY = "raise NotImplementedError"
RETURNING = frozenset({"contextlib.contextmanager", "contextlib.asynccontextmanager"})
"""The decorators after which a function returns something else than it says."""

Typed = Callable[[Type | None], str]


def indented(lines: Collection[str], by: int = 1) -> list[str]:
    """The lines inside so many blocks."""
    return [f"{'    ' * by}{line}" if line else line for line in lines]


def function(
    spelling: Spelling, old: Function, signature: Signature | None = None, typed: Typed | None = None
) -> list[str]:
    """A function or method with this signature (else its own), whose types `typed` writes."""
    first = signature or old.signature
    if old.overloads and signature is None:
        lines = []
        for form in old.overloads:
            lines += [f"@{spelling.name('typing.overload')}", *_head(spelling, old, form, typed, body="...")]
        anything = Signature(parameters=ANYTHING, returns=None)
        return [*lines, *_head(spelling, old, anything, None)]
    return _head(spelling, old, first, typed)


ANYTHING = (
    Parameter(name="args", kind=ParameterKind.VAR_POSITIONAL),
    Parameter(name="kwargs", kind=ParameterKind.VAR_KEYWORD),
)
"""`*args, **kwargs`, which take every call."""


def _head(
    spelling: Spelling, old: Function, signature: Signature, typed: Typed | None, *, body: str = NO_BODY
) -> list[str]:
    decorators = [f"@{spelling.name(each)}" for each in old.decorators if each in RETURNING]
    if old.binding in (Binding.CLASS, Binding.STATIC):
        decorators.insert(0, f"@{old.binding.value}")
    parameters = [_spelled(each, typed or spelling.type) for each in signature.parameters]
    receiver = {Binding.INSTANCE: "self", Binding.CLASS: "cls"}.get(old.binding)
    if receiver is not None:
        positional_only = any(each.kind is ParameterKind.POSITIONAL_ONLY for each in parameters)
        kind = ParameterKind.POSITIONAL_ONLY if positional_only else ParameterKind.POSITIONAL_OR_KEYWORD
        parameters.insert(0, Parameter(name=receiver, kind=kind))
    returns = "None" if old.name in ("__init__", "__init_subclass__") else (typed or spelling.type)(signature.returns)
    text = written(Signature(parameters=tuple(parameters), returns=Type(text=returns, normal=returns)))
    head = f"{'async ' if old.asynchronous else ''}def {old.name}{text}:"
    return [*decorators, f"{head} {body}"] if body == "..." else [*decorators, head, f"    {body}"]


def _spelled(parameter: Parameter, typed: Typed) -> Parameter:
    text = typed(parameter.type)
    default = parameter.default
    return replace(
        parameter,
        type=Type(text=text, normal=text),
        default=None if default is None else Value(text=_default(default), normal=None),
    )


def _default(default: Value) -> str:
    """The default where it is plain, else `...`."""
    try:
        plain = isinstance(ast.literal_eval(default.text), bool | int | float | str | bytes | None)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return "..."
    return default.text if plain and len(default.text) <= 40 else "..."


def property_(spelling: Spelling, old: Property, *, typed: Typed | None = None) -> list[str]:
    """A property, with its setter where it has one."""
    text = (typed or spelling.type)(old.type)
    lines = ["@property", f"def {old.name}(self) -> {text}:", f"    {NO_BODY}"]
    if old.settable:
        lines += [f"@{old.name}.setter", f"def {old.name}(self, value: {text}) -> None:", f"    {NO_BODY}"]
    return lines


def attribute(spelling: Spelling, old: Attribute, *, typed: Typed | None = None) -> list[str]:
    """An attribute, as a class body declares it."""
    text = (typed or spelling.type)(old.type)
    if old.class_variable:
        text = f"{spelling.name('typing.ClassVar')}[{text}]"
    return [f"{old.name}: {text}"]


def member(spelling: Spelling, old: ClassMember, *, typed: Typed | None = None) -> list[str]:
    """A member of a class."""
    match old:
        case Function():
            return function(spelling, old, typed=typed)
        case Property():
            return property_(spelling, old, typed=typed)
        case Attribute() if old.kind is not AttributeKind.MEMBER:
            return attribute(spelling, old, typed=typed)
        case _:
            return []


def concrete(spelling: Spelling, kind: Class, name: str = "Witness", *, without: Collection[str] = ()) -> list[str]:
    """A class that implements all of another class that is abstract there, and nothing else."""
    lines = []
    for each in kind.members.values():
        element = each.element
        if isinstance(element, Function | Property) and element.abstract and element.name not in without:
            lines += member(spelling, element)
    return [f"class {name}({spelling.class_(kind)}):", *indented(lines or ["pass"])]


def conforming(spelling: Spelling, kind: Class, name: str = "Witness") -> list[str]:
    """A class that has all members of a protocol, and does not inherit it."""
    lines = []
    for each in kind.members.values():
        if not isinstance(each.element, Class):
            lines += member(spelling, each.element)
    arguments = list(_variables(spelling, kind))
    base = f"({spelling.name('typing.Generic')}[{', '.join(arguments)}])" if arguments else ""
    return [f"class {name}{base}:", *indented(lines or ["pass"])]


def _variables(spelling: Spelling, kind: Class) -> Iterator[str]:
    text = spelling.class_(kind)
    if text.endswith("]"):
        yield text.partition("[")[2].removesuffix("]")


def subclass(spelling: Spelling, kind: Class, lines: list[str]) -> Witness:
    """A class below another one, with this body."""
    return witness(spelling, "\n".join([f"class Witness({spelling.class_(kind)}):", *indented(lines)]) + "\n")


def function_of(takes: list[str], lines: list[str], *, waits: bool = False) -> str:
    """A function that takes something, does something, and gives nothing."""
    head = f"{'async ' if waits else ''}def use({', '.join(takes)}) -> None:"
    return "\n".join([head, *indented(lines)]) + "\n"


def instantiable(kind: Class) -> bool:
    """Whether the class itself can be constructed, as far as its members say."""
    return kind.kind is not ClassKind.PROTOCOL and not kind.abstract_members
