"""Calls as the old version allows them, written out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from virtapi_analyzer.compare.shapes import Shape
from virtapi_analyzer.model.element import Parameter, ParameterKind, Signature, Type
from virtapi_analyzer.prove.spelling import Spelling

OTHERS = "…"
"""How a failing call writes an argument that no parameter has a name for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """The arguments of one call, as text, and what each variable in it stands for, by its name."""

    arguments: str
    passed: dict[str, Parameter | None]


def calls(signature: Signature, failing: str | None = None) -> Iterator[Call]:
    """Calls that the signature takes: the one that fails elsewhere, by position, by name, the shortest."""
    if failing is not None:
        yield _as_told(signature, failing)
    shape = Shape(signature)
    seen: set[str] = set()
    every = [parameter for parameter in signature.parameters if not parameter.kind.variadic]
    required = [parameter for parameter in every if parameter.required]
    for wanted, named in ((required, False), (every, False), (required, True), (every, True)):
        call = _call(wanted, named=named)
        if call.arguments not in seen:
            seen.add(call.arguments)
            yield call
    if shape.rest is not None or shape.keywords is not None:
        call = _call(every, named=False)
        stars = {f"*{p.name}": p for p in (shape.rest,) if p} | {f"**{p.name}": p for p in (shape.keywords,) if p}
        yield Call(
            arguments=", ".join([*filter(None, [call.arguments]), *stars]),
            passed={**call.passed, **stars},
        )


def _call(parameters: list[Parameter], *, named: bool) -> Call:
    words = []
    for parameter in parameters:
        by_name = parameter.kind is ParameterKind.KEYWORD_ONLY or (named and parameter.kind.named)
        words.append(f"{parameter.name}={parameter.name}" if by_name else parameter.name)
    return Call(arguments=", ".join(words), passed={parameter.name: parameter for parameter in parameters})


def _as_told(signature: Signature, text: str) -> Call:
    shape = Shape(signature)
    words: list[str] = []
    passed: dict[str, Parameter | None] = {}
    for place, word in enumerate(text.split(", ") if text else ()):
        name, sign, _ = word.partition("=")
        if sign:
            passed[name] = shape.named.get(name) or shape.keywords
            words.append(f"{name}={name}")
        else:
            variable = f"more{place}" if name == OTHERS else name
            passed[variable] = shape.lands(place) or shape.rest
            words.append(variable)
    return Call(arguments=", ".join(words), passed=passed)


def taking(call: Call, typed: Callable[[Parameter | None], str]) -> list[str]:
    """What a function takes that makes the call."""
    found = []
    for name, parameter in call.passed.items():
        text = typed(parameter)
        if name.startswith("**"):
            found.append(f"{name[2:]}: {_mapping(parameter, text)}")
        elif name.startswith("*"):
            found.append(f"{name[1:]}: list[{text}]")
        else:
            found.append(f"{name}: {text}")
    return found


def _mapping(parameter: Parameter | None, text: str) -> str:
    type_: Type | None = parameter.type if parameter is not None else None
    unpacked = type_ is not None and type_.normal.startswith("typing.Unpack[")
    return text.partition("[")[2].removesuffix("]") if unpacked else f"dict[str, {text}]"


def own_types(spelling: Spelling) -> Callable[[Parameter | None], str]:
    """The old types of arguments."""
    return lambda each: spelling.type(each.type if each is not None else None)


def open_types(spelling: Spelling) -> Callable[[Parameter | None], str]:
    """The old types of arguments, in which each `Any` is a class that nobody knows."""
    return lambda each: spelling.type(each.type if each is not None else None, unknown=True)
