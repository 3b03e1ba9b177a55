"""One definition that serves as the override, or the implementation, of two versions of a method or a property.

It must take the calls of both, so of each parameter the values of both types, and what it gives must be of both types.
"""

from collections.abc import Iterator, Sequence

from virtapi_analyzer.compare.one_signature import conflict, one_signature
from virtapi_analyzer.compare.versions import Versions, both_of
from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.element import Binding, Function, Parameter, ParameterKind, Type
from virtapi_analyzer.model.one_source import OneSource, can, cannot, unknown
from virtapi_analyzer.model.pair import CallablePair, ParameterPair
from virtapi_analyzer.model.relation import OF_BOTH, Relation, Verdict

_ANYTHING = "object"
_NOTHING = "None"
_OF_KEYS = ("Required", "NotRequired", "ReadOnly")


def one_override(pair: CallablePair, versions: Versions, *, of_calls: bool) -> OneSource:
    """Whether one method of a driver serves as this one in both versions, as far as a change `of_calls` is concerned,
    or else of what the method gives."""
    sides = [side for side in (pair.old, pair.new) if side is not None]
    if any(side.overloads for side in sides):
        return unknown("it is an overload set")
    if any(side.final for side in sides):
        return can(f"where it does not override `{pair.name}`")
    if pair.renamed is not None or pair.both is None:
        return _defined(sides, versions)
    old, new = pair.both
    if old.asynchronous is not new.asynchronous:
        return cannot("a call gives a coroutine to the one and a value to the other")
    if old.binding is not new.binding:
        return unknown(f"it was a {old.binding.value} and is a {new.binding.value}")
    returns, asked = _returned(pair, versions), _asked(pair, versions)
    failed = asked if of_calls else returns
    if isinstance(failed, OneSource):
        return failed
    given = returns if isinstance(returns, str) else ""
    if isinstance(asked, OneSource):
        return can(f"which returns `{given}`")
    raised = " that raises only what both declare" if pair.raises_gone or pair.raises_came else ""
    if given.startswith(OF_BOTH):  # no type that can be written
        return can(f"`{_written(new, asked, '')}` that gives {given}{raised}")
    return can(f"`{_written(new, asked, given)}`{raised}")


def _asked(pair: CallablePair, versions: Versions) -> OneSource | Sequence[tuple[Parameter, str]]:
    """The parameters of the one method, each with its type; or why there is none."""
    assert pair.both is not None
    old, new = (side.signature for side in pair.both)
    clash = conflict(old, new)
    if clash is not None:
        call = f"`{pair.name}({clash[1]})`"
        if clash[0] is Failing.PERMUTED:
            return unknown(f"whether the arguments of {call} changed their meaning, only their names say")
        return cannot(f"the call {call} means one thing to the one and another to the other")
    signature = one_signature(old, new)
    if signature is None:
        return unknown("no signature was found that takes the calls of both")
    types = {p.both[1].name: p for p in versions.parameters.get(both_of(pair), ()) if p.both is not None}
    return [_parameter(parameter, types.get(parameter.name), pair, versions) for parameter in signature.parameters]


def one_value(old: Type | None, new: Type | None, verdict: Verdict | None, versions: Versions) -> OneSource | str:
    """The type of what is given to both versions; where there is none, why."""
    if old is None or new is None:
        return ""
    if verdict is None or verdict.relation in (Relation.EQUAL, Relation.NARROWER):
        chosen: Type | None = new
    else:
        chosen = old if verdict.relation is Relation.WIDER else None
    if chosen is None:
        if verdict is None or verdict.common is None:
            return cannot(f"nothing is both `{old.text}` and `{new.text}`")
        return verdict.common
    if missing := versions.missing(chosen):
        return cannot(f"it has to give `{chosen.text}`, and only one version has {_names(missing)}")
    return chosen.text


def _returned(pair: CallablePair, versions: Versions) -> OneSource | str:
    if pair.both is None:
        return ""
    old, new = (side.signature.returns for side in pair.both)
    given = [side for side in (old, new) if side is not None and side.normal != _NOTHING]
    if old is not None and new is not None and len(given) == 1:  # who was given nothing looks at nothing
        if missing := versions.missing(given[0]):
            return cannot(f"it has to give `{given[0].text}`, and only one version has {_names(missing)}")
        return "Any"
    return one_value(old, new, pair.returns, versions)


def _defined(sides: Sequence[Function], versions: Versions) -> OneSource:
    """What only one version asks for, or what has another name there: the source has it under its name, or both."""
    for side in sides:
        returns = side.signature.returns
        if returns is not None and (missing := versions.missing(returns)):
            if len(sides) == 1 and not side.abstract:  # nobody asks for it
                return can(f"where it does not define `{side.name}`")
            return cannot(f"`{side.name}` has to give `{returns.text}`, and only one version has {_names(missing)}")
    texts = []
    for side in sides:
        asked = [(p, _alone(p.type, versions)) for p in side.signature.parameters]
        returns = side.signature.returns
        texts.append(f"`{_written(side, asked, returns.text if returns is not None else '')}`")
    return can(f"{' and '.join(texts)}, without `@override` and `super()`")


def _parameter(
    parameter: Parameter, pair: ParameterPair | None, function: CallablePair, versions: Versions
) -> tuple[Parameter, str]:
    """A parameter of the one signature, with the type that takes the values of both."""
    if parameter.kind.variadic and not _has(function, parameter):
        return parameter, _ANYTHING
    text = _alone(parameter.type, versions)
    if pair is not None and pair.both is not None and pair.both[0].name == pair.both[1].name:
        old, new = pair.both
        text = _taken(old.type, new.type, pair.types, versions)
    else:
        text = text if pair is not None or text else _alone(_type_of(function, parameter.name), versions)
    absent = not all(any(p.name == parameter.name for p in s.signature.parameters) for s in function.both or ())
    missing = absent and parameter.default is not None and parameter.default.text == "None" and text
    return parameter, f"{text} | None" if missing and "None" not in text and text != _ANYTHING else text


def _has(pair: CallablePair, parameter: Parameter) -> bool:
    return any(
        p.name == parameter.name and p.kind is parameter.kind for s in pair.both or () for p in s.signature.parameters
    )


def _type_of(pair: CallablePair, name: str) -> Type | None:
    return next((p.type for s in pair.both or () for p in s.signature.parameters if p.name == name), None)


def _taken(old: Type | None, new: Type | None, verdict: Verdict | None, versions: Versions) -> str:
    if old is None or new is None:
        return ""
    if verdict is None or verdict.relation in (Relation.EQUAL, Relation.WIDER):
        return _alone(new, versions)
    if verdict.relation is Relation.NARROWER:
        return _alone(old, versions)
    if versions.missing(old) or versions.missing(new):
        return _ANYTHING
    return f"{_bare(old.text)} | {_bare(new.text)}"


def _alone(type_: Type | None, versions: Versions) -> str:
    if type_ is None:
        return ""
    return _ANYTHING if versions.missing(type_) else _bare(type_.text)


def _bare(text: str) -> str:
    """A type without what only a key of a TypedDict may say, where the key is a keyword of a function."""
    said = text.removeprefix("typing.").partition("[")[0]
    return _bare(text.partition("[")[2].removesuffix("]")) if said in _OF_KEYS else text


def _written(function: Function, asked: Sequence[tuple[Parameter, str]], returns: str) -> str:
    receiver = {Binding.CLASS: ["cls"], Binding.STATIC: [], Binding.FREE: []}.get(function.binding, ["self"])
    decorator = f"@{function.binding.value} " if function.binding in (Binding.CLASS, Binding.STATIC) else ""
    arguments = ", ".join([*receiver, *_arguments(asked)])
    start = "async def" if function.asynchronous else "def"
    return f"{decorator}{start} {function.name}({arguments})" + (f" -> {returns}" if returns else "")


def _arguments(asked: Sequence[tuple[Parameter, str]]) -> Iterator[str]:
    starred = False
    for at, (parameter, type_) in enumerate(asked):
        if parameter.kind is ParameterKind.KEYWORD_ONLY and not starred:
            yield "*"
        starred = starred or parameter.kind in (ParameterKind.KEYWORD_ONLY, ParameterKind.VAR_POSITIONAL)
        stars = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        text = f"{stars}{parameter.name}" + (f": {type_}" if type_ else "")
        default = parameter.default.text if parameter.default is not None else ""
        yield text + (f" = {default}" if default and type_ else f"={default}" if default else "")
        last = at + 1 == len(asked) or asked[at + 1][0].kind is not ParameterKind.POSITIONAL_ONLY
        if parameter.kind is ParameterKind.POSITIONAL_ONLY and last:
            yield "/"


def _names(paths: Sequence[str]) -> str:
    return " and ".join(f"`{path.rpartition('.')[2]}`" for path in paths)
