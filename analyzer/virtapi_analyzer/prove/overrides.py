"""Witnesses for who implements methods: an override as the old version asks for it, and a class with all of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from virtapi_analyzer.compare.typed_places import annotated
from virtapi_analyzer.model.charge import Failure
from virtapi_analyzer.model.element import Class, ClassKind, Function, Parameter, Signature, Type
from virtapi_analyzer.model.pair import AnyPair, CallablePair, MethodPair, OverloadPair, ParameterPair
from virtapi_analyzer.prove import data
from virtapi_analyzer.prove.callables import INIT_SUBCLASS, UNSAID, Asked, alike, called, subclassed
from virtapi_analyzer.prove.calling import Call, calls, own_types, taking
from virtapi_analyzer.prove.declaring import ANYTHING, concrete, conforming, function, function_of, subclass
from virtapi_analyzer.prove.spelling import Spelling, Versions
from virtapi_analyzer.prove.witness import Witness, witness


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
                yield subclassed(versions, kind, call)
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


def _inherited(versions: Versions, kind: Class, old: Function, call: Call) -> Witness:
    """What is inherited, called from below."""
    spelling = Spelling(versions, call.passed)
    takes = taking(call, own_types(spelling))
    waits = "await " if old.asynchronous else ""
    above = "super()" if old.name in data.CONSTRUCTORS else "self"
    line = f"{waits}{above}.{old.name}({call.arguments})"
    name = "__init__" if old.name in data.CONSTRUCTORS else "use"
    head = f"{'async ' if waits else ''}def {name}({', '.join(['self', *takes])}) -> None:"
    return subclass(spelling, kind, [head, f"    {line}"])


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
        same = each.name not in others or alike(each.type, others[each.name])
        exact = each is asked or same
        type_ = (each.type or UNSAID) if each is asked else each.type
        parameters.append(replace(each, type=type_ if exact else None))
        if each is asked:
            kept.append(type_)
    same = alike(before.returns, after.returns)
    returns = before.returns if of_result or same else None
    if of_result and not same and returns is None and annotated(old):
        returns = UNSAID
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


def _binds_otherwise(old: Signature, new: Signature) -> bool:
    return [(p.name, p.kind, p.required) for p in old.parameters] != [
        (p.name, p.kind, p.required) for p in new.parameters
    ]
