"""How a rule states what it saw: one sentence, and the definitions of both sides as people read them."""

from collections.abc import Sequence
from dataclasses import replace

from virtapi_analyzer.model.change import Change, charged
from virtapi_analyzer.model.charge import Failing, Failure
from virtapi_analyzer.model.element import Element, Export, Parameter, ParameterKind, Value
from virtapi_analyzer.model.pair import AnyPair, OverloadPair, ParameterPair

BINDING = (Failing.UNBOUND, Failing.MISDIRECTED, Failing.PERMUTED)
"""How a call fails that Python itself can show to fail."""

LONG = 40
"""Values of more characters than these make no readable sentence."""


def fact(
    pair: AnyPair, message: str, *, removal: bool = False, completes: bool = False, withdraws: bool = False
) -> Change:
    """A change of the element of this pair; `Change` says what the three words mean."""
    shown: AnyPair = pair.callable if isinstance(pair, ParameterPair) else pair
    return Change(
        pair=pair,
        message=message,
        path=pair.path,
        old=_definition(shown.old),
        new=_definition(shown.new),
        removal=removal,
        completes=completes,
        withdraws=withdraws,
    )


def failing_calls(pair: ParameterPair, what: str, *, removal: bool = False) -> Change:
    """A change of a signature: what happened to this parameter, and a call that it makes fail on each side."""
    effects = _effects(pair)
    return replace(charged(pair, f"{what}: {'; '.join(effects)}" if effects else what), removal=removal)


def failing_forms(pair: OverloadPair, what: str) -> Change:
    """A change of an overload set: what happened to its forms, and a call that no longer binds, if there is one."""
    charge = pair.charge
    lost = charge.caller if charge is not None else None
    effect = f"; {_caller(pair.name, lost)}" if lost is not None and lost.failing in BINDING else ""
    return replace(fact(pair, f"{what}{effect}"), charge=charge, rests_on_any=pair.rests_on_any)


def new_name(path: str, renamed: str) -> str:
    """How to name what was renamed: by its new name alone where it stayed in its place."""
    place, name = renamed.rpartition(".")[::2]
    return name if place == path.rpartition(".")[0] else renamed


def became(old: Value, new: Value) -> str:
    """What happened to a value, in a sentence; long ones are left to the definitions, which are shown anyway."""
    if max(len(old.text), len(new.text)) > LONG:
        return "changed"
    return f"was `{old.text}` and is now `{new.text}`"


def starred(parameter: Parameter) -> str:
    """`*args` and `**kwargs` as they are written."""
    stars = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}
    return stars.get(parameter.kind, "") + parameter.name


def names(paths: Sequence[str]) -> str:
    """Classes in a sentence, without the modules that they come from."""
    short = [f"`{path.rpartition('.')[2]}`" for path in paths]
    return " and ".join([", ".join(short[:-1]), short[-1]] if len(short) > 1 else short)


def forms(texts: Sequence[str]) -> str:
    """Forms of an overload set in a sentence."""
    return " and ".join(f"`{text}`" for text in texts)


def alteration(pair: AnyPair) -> str | None:
    """In words whether something came, went or reads otherwise than before; None where nothing did."""
    if pair.old is None or pair.new is None:
        return "is new" if pair.old is None else "is gone"
    return "changed" if _definition(pair.old) != _definition(pair.new) else None


def _definition(side: object) -> str | None:
    element = side.element if isinstance(side, Export) else side
    return element.text if isinstance(element, Element) else None


def _effects(pair: ParameterPair) -> list[str]:
    charge = pair.charge
    if charge is None:
        return []
    effects = [_caller(pair.callable.name, charge.caller)] if charge.caller else []
    if charge.implementer and pair.callable.owner is not None:
        effects.append(_implementer(pair, charge.implementer))
    return effects


def _caller(name: str, failure: Failure) -> str:
    call = f"`{name}({failure.call})`"
    if failure.failing is Failing.UNBOUND:
        return f"the call {call} no longer works"
    return f"in the call {call} an argument now reaches another parameter"


def _implementer(pair: ParameterPair, failure: Failure) -> str:
    if pair.callable.name == "__init_subclass__":
        return f"a subclass that is defined with `({failure.call})` no longer works"
    if failure.failing is not Failing.UNBOUND:
        return (
            f"an override written for the old version takes an argument of `{pair.callable.name}({failure.call})` "
            "for another one"
        )
    if pair.old is None and pair.new is not None and not pair.new.kind.variadic and not pair.new.required:
        return f"an override written for the old version does not accept `{pair.new.name}`"
    return f"an override written for the old version does not accept the call `{pair.callable.name}({failure.call})`"
