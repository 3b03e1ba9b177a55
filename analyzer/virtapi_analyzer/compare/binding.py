"""One call of a host against one signature: does it bind, and does every argument arrive where it is meant to?"""

from collections.abc import Iterator

from virtapi_analyzer.compare.shapes import IN, OUT, Shape
from virtapi_analyzer.model.call import Arguments, Misfit
from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.element import ParameterKind, Signature


def misfit(passed: Arguments, signature: Signature, *, declared: Signature | None = None) -> Misfit | None:
    """Why a call does not survive in a signature; None where nothing that can be seen of it says so.

    `declared` is what the interface declares: an argument that lands on another parameter than that names, though
    both name it, is misdirected. What a call may pass beyond what can be seen is given the benefit of the doubt; what
    it passes on some path alone is not.
    """
    shape = Shape(signature)
    reasons = tuple(_refusals(passed, shape))
    if reasons:
        return Misfit(failing=Failing.UNBOUND, reason="; ".join(reasons))
    if declared is None or any(_refusals(passed, Shape(declared))):
        return None
    return _misdirected(passed, Shape(declared), shape)


def mistaken(passed: Arguments, signature: Signature) -> Misfit | None:
    """The first argument by position that the host calls like one parameter, and passes as another; None where none is,
    or where the parameter of that name gets what is called so as well."""
    shape = Shape(signature)
    reached = [(name, parameter.name) for name, parameter in zip(passed.called, shape.line, strict=False)]
    for name, lands in reached:
        elsewhere = name in shape.named and name not in (*passed.keywords, *passed.possible)
        if elsewhere and (name, name) not in reached:
            return Misfit(failing=Failing.MISDIRECTED, reason=f"it passes `{name}` as `{lands}`")
    return None


def _refusals(passed: Arguments, shape: Shape) -> Iterator[str]:
    """Why a call does not bind, in the order in which Python looks."""
    count = passed.positional
    if count > len(shape.line) and shape.rest is None:
        yield f"it passes {_counted(count)} by position, and {len(shape.line) or 'none'} can be taken"
    for name in (*passed.keywords, *passed.possible):
        if shape.allows(name, count) == OUT:
            twice = name in shape.place and shape.named[name].kind.named
            yield f"it passes `{name}` by position and by name" if twice else f"it passes `{name}`, which is not taken"
    missing = [f"`{name}`" for name in shape.named if _missing(name, passed, shape)]
    if missing:
        yield f"it does not pass {' and '.join(missing)}"


def _counted(number: int) -> str:
    return f"{number} argument{'' if number == 1 else 's'}"


def _missing(name: str, passed: Arguments, shape: Shape) -> bool:
    """Whether a parameter must be passed and surely is not."""
    parameter = shape.named[name]
    if not parameter.required or shape.place.get(name, passed.positional) < passed.positional:
        return False
    if parameter.kind is ParameterKind.POSITIONAL_ONLY:
        return not passed.more_positional
    if shape.allows(name, passed.positional) != IN or name in passed.keywords or name in passed.possible:
        return False
    return not passed.more_keywords and not (passed.more_positional and parameter.kind.positional)


def _misdirected(passed: Arguments, declared: Shape, shape: Shape) -> Misfit | None:
    """The first argument that lands on another parameter than the interface names."""
    nameless: Misfit | None = None
    common = declared.named.keys() & shape.named.keys()
    for position in range(passed.positional):
        meant, taken = declared.lands(position), shape.lands(position)
        wrong = {side.name for side in (meant, taken) if side is not None} & common
        if (meant and meant.name) == (taken and taken.name) or not wrong:
            continue
        named = any(side.named[name].kind.named for side in (declared, shape) for name in wrong)
        found = Misfit(
            failing=Failing.MISDIRECTED if named else Failing.PERMUTED,
            reason=f"what it passes as `{meant.name if meant else '*'}` arrives as `{taken.name if taken else '*'}`",
        )
        if named:
            return found
        nameless = nameless or found
    for name in (*passed.keywords, *passed.possible):
        if name in common and declared.named[name].kind.named is not shape.named[name].kind.named:
            return Misfit(failing=Failing.MISDIRECTED, reason=f"what it passes as `{name}` does not arrive there")
    return nameless
