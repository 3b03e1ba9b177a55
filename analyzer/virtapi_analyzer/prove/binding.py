"""Python's own word on a call: real functions with the written-out signatures, called. Nothing of the interface runs.

`inspect.Signature.bind` is not asked: it is wrong where a positional-only default meets `**kwargs`.
"""

import keyword
from collections.abc import Mapping
from dataclasses import dataclass, replace

from virtapi_analyzer.compare.forms import written
from virtapi_analyzer.model.charge import Failing, Failure
from virtapi_analyzer.model.element import Signature, Value
from virtapi_analyzer.prove.calling import OTHERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A call beside two signatures: the program that was run for each, and what came of the second one (None: it
    survives there, or fails in the first already)."""

    witness: str
    answer: str | None


def bound(name: str, failure: Failure, fits: Signature, fails: Signature, *, override: bool) -> Bound | None:
    """What Python says of a call that binds to one signature, and to the other not, or otherwise.

    `override` says that the other is what an old override has. None where the two cannot be written out.
    """
    if failure.failing not in (Failing.UNBOUND, Failing.MISDIRECTED, Failing.PERMUTED):
        return None
    if not all(_nameable(parameter.name) for side in (fits, fails) for parameter in side.parameters):
        return None
    arguments = ", ".join(_argument(place, word) for place, word in enumerate(filter(None, failure.call.split(", "))))
    first, second = (_called(name, side, arguments) for side in (fits, fails))
    heads = [f"def {name}{written(_bare(side))}:" for side in (fits, fails)]
    told = f"{heads[1] if override else heads[0]} ...\n\n{name}({arguments})\n"
    if isinstance(first, str):
        return Bound(witness=told, answer=None)
    return Bound(witness=told, answer=second if isinstance(second, str) else _misdirected(first, second, fits, fails))


def _called(name: str, signature: Signature, arguments: str) -> Mapping[str, object] | str:
    """Where the arguments arrive, or why the call fails."""
    space: dict[str, object] = {"__builtins__": {"locals": locals, "str": str}}
    exec(f"def call{written(_bare(signature))}: return locals()", space)  # noqa: S102  # names and kinds alone
    try:
        found = eval(f"call({arguments})", space)  # noqa: S307
    except TypeError as error:
        return str(error).replace("call()", f"{name}()")
    assert isinstance(found, dict)
    return found


def _bare(signature: Signature) -> Signature:
    """The same without types, and with one default for all."""
    parameters = (
        replace(each, type=None, default=None if each.default is None else Value(text="...", normal=None))
        for each in signature.parameters
    )
    return Signature(parameters=tuple(parameters))


def _argument(place: int, word: str) -> str:
    name, sign, _ = word.partition("=")
    text = f'"{name if name != OTHERS else f"argument {place + 1}"}"'
    return f"{name}={text}" if sign else text


def _misdirected(
    first: Mapping[str, object], second: Mapping[str, object], fits: Signature, fails: Signature
) -> str | None:
    """Which argument lands on another parameter, of those that both sides name."""
    common = [p.name for p in fits.parameters if not p.kind.variadic and p.name in second]
    for name in common:
        if not any(p.name == name and not p.kind.variadic for p in fails.parameters):
            continue
        if first[name] != second[name]:
            value = first[name] if first[name] is not ... else second[name]
            landed = next((key for key, held in second.items() if _holds(held, value)), None)
            meant = next((key for key, held in first.items() if _holds(held, value)), None)
            return f"the argument {value!r} arrives as `{landed}`, and was meant for `{meant}`"
    return None


def _holds(held: object, value: object) -> bool:
    if isinstance(held, tuple):
        return value in held
    return value in held.values() if isinstance(held, dict) else held == value


def _nameable(name: str) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name)
