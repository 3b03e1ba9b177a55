"""Witnesses for who calls functions and methods: a call as the old version takes it, and what came of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from virtapi_analyzer.compare.typed_places import annotated
from virtapi_analyzer.model.charge import Failure
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Binding, Class, ClassKind, Function, Parameter, Signature, Type
from virtapi_analyzer.model.pair import AnyPair, CallablePair, OverloadPair, ParameterPair
from virtapi_analyzer.prove import data
from virtapi_analyzer.prove.calling import Call, calls, taking
from virtapi_analyzer.prove.declaring import (
    RETURNING,
    concrete,
    function_of,
    instantiable,
)
from virtapi_analyzer.prove.spelling import Spelling, Versions
from virtapi_analyzer.prove.witness import Witness, witness

Asked = CallablePair | OverloadPair | ParameterPair
INIT_SUBCLASS = "__init_subclass__"
UNSAID = Type(text="Any", normal="typing.Any")
"""The type where none is written, in a function that says something of its types."""


def called(versions: Versions, pair: Asked, failure: Failure | None) -> Iterator[Witness]:
    """What a caller did with the old version: the call that is told to fail, others, and what came back."""
    callable_ = pair.callable if isinstance(pair, ParameterPair) else pair
    old, owner = callable_.old, callable_.owner
    kind = owner.old if owner is not None else None
    if old is None:
        if kind is not None and callable_.name in data.CONSTRUCTORS:
            yield from data.made(versions, kind)
        return
    for signature in old.overloads or (old.signature,):
        asked = pair.old if isinstance(pair, ParameterPair) else None
        for call in calls(signature, failure.call if failure is not None else None):
            if old.name in data.CONSTRUCTORS and kind is not None:
                yield from _constructed(versions, pair, kind, call, asked)
            elif old.name == INIT_SUBCLASS and kind is not None:
                yield subclassed(versions, kind, call)
            else:
                yield from _used(versions, pair, kind, old, signature, call, asked)


def _constructed(
    versions: Versions, pair: AnyPair, kind: Class, call: Call, asked: Parameter | None
) -> Iterator[Witness]:
    spelling = Spelling(versions, call.passed)
    given: list[str] = []
    name = spelling.name(kind.path)
    if not instantiable(kind):
        given, name = concrete(spelling, kind), "Witness"
    taken = ", ".join(taking(call, _careful(spelling, pair, asked)))
    yield witness(spelling, f"def use({taken}) -> None:\n    {name}({call.arguments})\n", given="\n".join(given))


def subclassed(versions: Versions, kind: Class, call: Call) -> Witness:
    """A class below, defined with the keywords of a call of `__init_subclass__`."""
    spelling = Spelling(versions, call.passed)
    keywords = [word for word in call.arguments.split(", ") if "=" in word]
    values = "".join(f"{name}: {spelling.type(p.type if p else None)}\n" for name, p in call.passed.items())
    head = ", ".join([spelling.class_(kind), *keywords])
    return witness(spelling, f"class Witness({head}):\n    pass\n", given=values)


def _used(
    versions: Versions,
    pair: AnyPair,
    kind: Class | None,
    old: Function,
    signature: Signature,
    call: Call,
    asked: Parameter | None,
) -> Iterator[Witness]:
    """The call with its result taken, and the mere call; for one parameter, the mere call alone."""
    returns = signature.returns
    if returns is None and annotated(old):
        returns = UNSAID
    if not isinstance(pair, ParameterPair) and returns is not None:
        yield from _called(versions, pair, kind, old, call, returns)
        if kind is not None and "typing.Self" in returns.normal:
            yield from _called(versions, pair, kind, old, call, returns, below=True)
    yield from _called(versions, pair, kind, old, call, None, asked=asked)
    if kind is not None and old.binding is Binding.INSTANCE and kind.kind is not ClassKind.PROTOCOL:
        yield from _called(versions, pair, kind, old, call, None, asked=asked, through_class=True)


def _called(
    versions: Versions,
    pair: AnyPair,
    kind: Class | None,
    old: Function,
    call: Call,
    returns: Type | None,
    *,
    asked: Parameter | None = None,
    below: bool = False,
    through_class: bool = False,
) -> Iterator[Witness]:
    """One call, whose result is taken for `returns`: of a function, of an object, of one of a class `below`, or of a
    method as a function of its class."""
    spelling = Spelling(versions, call.passed)
    given: list[str] = []
    takes = taking(call, _careful(spelling, pair, asked))
    if kind is None:
        path = pair.callable.path if isinstance(pair, ParameterPair) else pair.path
        receiver, target = None, f"{spelling.name(path)}({call.arguments})"
    else:
        given = [f"class Witness({spelling.class_(kind)}):", "    pass"] if below else []
        receiver, it = "Witness" if below else spelling.class_(kind), _receiver(pair, call)
        of_class = old.binding in (Binding.CLASS, Binding.STATIC)
        takes.insert(0, f"{it}: type[{receiver}]" if of_class else f"{it}: {receiver}")
        target = f"{it}.{old.name}({call.arguments})"
        if through_class:
            arguments = ", ".join([it, *filter(None, [call.arguments])])
            target = f"{spelling.name(kind.path)}.{old.name}({arguments})"
    lines = _statement(spelling, old, returns, target, receiver)
    if lines:
        waits = lines[0].startswith(("await ", "async ")) or " = await " in lines[0]
        yield witness(spelling, function_of(takes, lines, waits=waits), given="\n".join(given))


def _statement(spelling: Spelling, old: Function, returns: Type | None, call: str, receiver: str | None) -> list[str]:
    """The call, and its result taken for this type; nothing where there is none to take."""
    if RETURNING.intersection(old.decorators):
        waits = "async " if "contextlib.asynccontextmanager" in old.decorators else ""
        return [] if returns is not None else [f"{waits}with {call}:", "    pass"]
    waits = "await " if old.asynchronous else ""
    if returns is None:
        return [f"{waits}{call}"]
    if returns.normal in ("None", "typing.NoReturn", "typing.Never"):
        return []
    return [f"result: {spelling.type(_plain(returns), receiver=receiver, unknown=True)} = {waits}{call}"]


def _plain(returns: Type) -> Type:
    """What a test for a type returns to who calls it."""
    if returns.normal.startswith(("typing.TypeIs[", "typing.TypeGuard[")):
        return replace(returns, normal="bool")
    return returns


def _careful(spelling: Spelling, pair: AnyPair, asked: Parameter | None) -> Callable[[Parameter | None], str]:
    """Types of arguments: the old ones, left open where they changed and are not asked about."""
    callable_ = pair.callable if isinstance(pair, ParameterPair) else pair
    new = callable_.new if isinstance(callable_, CallablePair | OverloadPair) else None
    others = (
        {each.name: each.type for each in new.signature.parameters} if new is not None and not new.overloads else {}
    )

    def typed(parameter: Parameter | None) -> str:
        if parameter is None:
            return spelling.type(None)
        if parameter is asked:
            return spelling.type(parameter.type, unknown=True)
        other = others.get(parameter.name, parameter.type)
        return spelling.type(parameter.type if alike(parameter.type, other) else None)

    return typed


def _receiver(pair: AnyPair, call: Call) -> str:
    name = "driver" if Role.DRIVER in pair.roles else "services" if Role.HOST in pair.roles else "it"
    while name in call.passed:
        name += "_"
    return name


def alike(old: Type | None, new: Type | None) -> bool:
    """Whether two types read the same, whatever their type variables accept."""
    return (old and old.normal) == (new and new.normal)
