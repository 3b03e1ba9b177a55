"""Witnesses for functions and methods: a call as the old version takes it, an override as the old version asks for."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from virtapi_analyzer.compare.typed_places import annotated
from virtapi_analyzer.model.charge import Failure
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Binding, Class, ClassKind, Function, Parameter, Signature, Type
from virtapi_analyzer.model.pair import AnyPair, CallablePair, MethodPair, OverloadPair, ParameterPair
from virtapi_analyzer.prove import data
from virtapi_analyzer.prove.calling import Call, calls, own_types, taking
from virtapi_analyzer.prove.declaring import (
    ANYTHING,
    RETURNING,
    concrete,
    conforming,
    function,
    function_of,
    indented,
    instantiable,
    subclass,
)
from virtapi_analyzer.prove.spelling import Spelling, Versions
from virtapi_analyzer.prove.witness import Witness, witness

Asked = CallablePair | OverloadPair | ParameterPair
INIT_SUBCLASS = "__init_subclass__"
_ANY = Type(text="Any", normal="typing.Any")


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
                yield _subclassed(versions, kind, call)
            else:
                yield from _used(versions, pair, kind, old, signature, call, asked)


def overridden(versions: Versions, pair: Asked, failure: Failure | None) -> Iterator[Witness]:
    """What an implementer did with the old version: its own override, the inherited method called, all that was
    abstract implemented."""
    callable_ = pair.callable if isinstance(pair, ParameterPair) else pair
    kind = callable_.owner.old if callable_.owner is not None else None
    if kind is None:
        return
    if (old := callable_.old) is not None:
        if old.name == INIT_SUBCLASS:
            for call in calls(old.signature):
                yield _subclassed(versions, kind, call)
        elif old.name in data.CONSTRUCTORS:
            yield from called(versions, pair, failure)
            for call in calls(old.signature):
                yield _inherited(versions, kind, old, call)
        else:
            if not old.final:
                yield from _overrides(versions, pair, kind, old, of_type=failure is None)
            gone = _gone(callable_) and kind.kind is not ClassKind.PROTOCOL
            for call in calls(old.signature) if gone else ():  # else it would be a caller's program
                yield _inherited(versions, kind, old, call)
    if callable_.name == INIT_SUBCLASS:
        yield subclass(Spelling(versions), kind, ["pass"])
    yield from implemented(versions, kind)


def implemented(versions: Versions, kind: Class) -> Iterator[Witness]:
    """All that was abstract implemented, and an object made of it; what has all members of a protocol, used as one."""
    if kind.kind is ClassKind.PROTOCOL:
        spelling = Spelling(versions)
        given = conforming(spelling, kind)
        name = spelling.class_(kind)
        generic = given[0].partition("[")[2].partition("]")[0]
        made = f"Witness[{generic}]" if generic else "Witness"
        yield witness(spelling, f"def use(it: {made}) -> {name}:\n    return it\n", given="\n".join(given))
    if not kind.final and kind.kind not in (ClassKind.ENUM, ClassKind.TYPED_DICT):
        yield from _made(versions, kind)


def _made(versions: Versions, kind: Class) -> Iterator[Witness]:
    """An object of a class below that implements all that was abstract, as the old version has it constructed."""
    signature = data.signature_of(versions.old.classes, kind)
    call = next(calls(signature)) if signature is not None else None
    spelling = Spelling(versions, call.passed if call is not None else ())
    given = "\n".join(concrete(spelling, kind))
    if call is None or not call.passed:
        yield witness(spelling, "Witness()\n", given=given)
        return
    takes = taking(call, own_types(spelling))
    yield witness(spelling, function_of(takes, [f"Witness({call.arguments})"]), given=given)


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


def _subclassed(versions: Versions, kind: Class, call: Call) -> Witness:
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
    if returns is None and annotated(old) and not isinstance(pair, ParameterPair):
        returns = _ANY
    of_self = returns is not None and "typing.Self" in returns.normal and kind is not None
    unbound = old.binding is Binding.INSTANCE and kind is not None and kind.kind is not ClassKind.PROTOCOL
    for result in [False] if asked is not None or isinstance(pair, ParameterPair) else [True, False]:
        for below in (False, True) if of_self and result else (False,):
            for through_class in (False, True) if unbound and not result else (False,):
                spelling = Spelling(versions, call.passed)
                given: list[str] = []
                takes = taking(call, _careful(spelling, pair, asked))
                if kind is None:
                    path = pair.callable.path if isinstance(pair, ParameterPair) else pair.path
                    receiver, target = None, f"{spelling.name(path)}({call.arguments})"
                else:
                    given = [f"class Witness({spelling.class_(kind)}):", "    pass"] if below else []
                    receiver = "Witness" if below else spelling.class_(kind)
                    it = _receiver(pair, call)
                    of_class = old.binding in (Binding.CLASS, Binding.STATIC)
                    takes.insert(0, f"{it}: type[{receiver}]" if of_class else f"{it}: {receiver}")
                    target = f"{it}.{old.name}({call.arguments})"
                    if through_class:
                        arguments = ", ".join([it, *filter(None, [call.arguments])])
                        target = f"{spelling.name(kind.path)}.{old.name}({arguments})"
                lines = _statement(spelling, old, returns if result else None, target, receiver)
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


def _inherited(versions: Versions, kind: Class, old: Function, call: Call) -> Witness:
    """What is inherited, called from below."""
    spelling = Spelling(versions, call.passed)
    takes = taking(call, own_types(spelling))
    waits = "await " if old.asynchronous else ""
    above = "super()" if old.name in data.CONSTRUCTORS else "self"
    line = f"{waits}{above}.{old.name}({call.arguments})"
    name = "__init__" if old.name in data.CONSTRUCTORS else "use"
    head = f"{'async ' if waits else ''}def {name}({', '.join(['self', *takes])}) -> None:"
    return witness(
        spelling, "\n".join([f"class Witness({spelling.class_(kind)}):", *indented([head, f"    {line}"])]) + "\n"
    )


def _overrides(versions: Versions, pair: AnyPair, kind: Class, old: Function, *, of_type: bool) -> Iterator[Witness]:
    """The old declaration, in which what else changed is left open."""
    asked = pair.old if isinstance(pair, ParameterPair) else None
    callable_ = pair.callable if isinstance(pair, ParameterPair) else pair
    new = callable_.new if isinstance(callable_, CallablePair | OverloadPair) else None
    spelling = Spelling(versions)
    if old.overloads or new is None or new.overloads:
        lines = function(spelling, old)
    else:
        retyped = of_type and isinstance(asked, Parameter)
        of_result = isinstance(pair, MethodPair)
        lines = function(
            spelling, old, *_open(spelling, old, new, asked=asked if retyped else None, of_result=of_result)
        )
    yield subclass(spelling, kind, lines)
    if new is not None and not old.overloads and isinstance(pair, MethodPair):
        spelling = Spelling(versions)
        loose = Signature(parameters=ANYTHING, returns=old.signature.returns)
        yield subclass(
            spelling,
            kind,
            function(spelling, old, loose, typed=lambda each: spelling.type(each, unknown=each is not None)),
        )


def _open(
    spelling: Spelling, old: Function, new: Function, *, asked: Parameter | None, of_result: bool
) -> tuple[Signature, Callable[[Type | None], str]]:
    """The old signature for a question about one parameter, about the result, or about how it binds (neither): of what
    is not asked about and changed as well, the type is open, and where a type is asked about, how it binds too."""
    before, after = old.signature, new.signature
    others = {each.name: each.type for each in after.parameters}
    kept: list[Type | None] = []
    parameters = []
    for each in before.parameters:
        same = each.name not in others or _alike(each.type, others[each.name])
        exact = each is asked or same
        type_ = (each.type or _ANY) if each is asked else each.type
        parameters.append(replace(each, type=type_ if exact else None))
        if each is asked:
            kept.append(type_)
    same = _alike(before.returns, after.returns)
    returns = before.returns if of_result or same else None
    if of_result and not same and returns is None and annotated(old):
        returns = _ANY
    if of_result:
        kept.append(returns)
    if (asked is not None or of_result) and _binds_otherwise(before, after):
        fixed = [each for each in parameters if not each.kind.variadic]
        parameters = sorted([*fixed, *ANYTHING], key=lambda each: each.kind)

    def typed(type_: Type | None) -> str:
        return spelling.type(type_, unknown=any(type_ is each for each in kept) and type_ is not None)

    return Signature(parameters=tuple(parameters), returns=returns), typed


def _gone(pair: CallablePair | OverloadPair) -> bool:
    return pair.new is None or (isinstance(pair, CallablePair) and pair.renamed is not None)


def _alike(old: Type | None, new: Type | None) -> bool:
    """Whether two types read the same, whatever their type variables accept."""
    return (old and old.normal) == (new and new.normal)


def _binds_otherwise(old: Signature, new: Signature) -> bool:
    return [(p.name, p.kind, p.required) for p in old.parameters] != [
        (p.name, p.kind, p.required) for p in new.parameters
    ]


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
        return spelling.type(parameter.type if _alike(parameter.type, other) else None)

    return typed


def _receiver(pair: AnyPair, call: Call) -> str:
    name = "driver" if Role.DRIVER in pair.roles else "services" if Role.HOST in pair.roles else "it"
    while name in call.passed:
        name += "_"
    return name
