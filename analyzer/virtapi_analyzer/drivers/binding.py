"""What an override refuses of the calls that the release allows, in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from virtapi_analyzer.model.signature import Parameter, ParameterKind, Signature

_PLACE = re.compile(r"#(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One parameter because of which calls fail. `call` are the arguments of such a call; `misdirected` says that it
    binds, and that an argument lands on another parameter."""

    parameter: str
    call: str
    misdirected: bool
    words: str


def refusals(
    theirs: Signature, mine: Signature, names: Sequence[str], own_names: Sequence[str] = ()
) -> tuple[Refusal, ...]:
    """What the override `mine` refuses of `theirs`, decided exactly.

    `names` are the parameters of `theirs` in order, for people, and `own_names` those of `mine`: what is
    positional-only has no name for a type checker, which calls it by its place (`#2`).
    """
    if theirs == mine:
        return ()
    return tuple(_refusals(theirs, mine, names, own_names))


def swapped(theirs: Signature, names: Sequence[str], own_names: Sequence[str]) -> tuple[str, ...]:
    """The parameters of `theirs` that can be passed by position alone, and whose names stand in another place in the
    override: every call binds there, and what means one thing is called by the name of another."""
    places = [each.kind is ParameterKind.POSITIONAL_ONLY for each in theirs.parameters]
    named = [name for name, only in zip(names, places, strict=False) if only]
    return tuple(
        name
        for place, name in enumerate(named)
        if name in own_names[: len(named)] and own_names[place] in named and own_names[place] != name
    )


def _refusals(theirs: Signature, mine: Signature, names: Sequence[str], own_names: Sequence[str]) -> Iterator[Refusal]:
    from virtapi_analyzer.compare.signatures import charge
    from virtapi_analyzer.model.charge import Failing

    for wanted, own, charged in charge(theirs, mine):
        failure = charged.caller if charged is not None else None
        if failure is None or failure.failing is Failing.PERMUTED:
            continue
        misdirected = failure.failing is Failing.MISDIRECTED
        asked, taken = _renamed(wanted, names), _renamed(own, own_names)
        about = asked or taken
        yield Refusal(
            parameter=about.name if about is not None else "",
            call=_PLACE.sub(lambda match: _name(match[0], names), failure.call),
            misdirected=misdirected,
            words=_words(asked, taken, misdirected=misdirected),
        )


def _renamed(parameter: Parameter | None, names: Sequence[str]) -> Parameter | None:
    return replace(parameter, name=_name(parameter.name, names)) if parameter is not None else None


def _name(name: str, names: Sequence[str]) -> str:
    """What people call a parameter: what has only a place, by the name that stands there."""
    found = _PLACE.fullmatch(name)
    if found is None:
        return name
    place = int(found[1])
    return names[place - 1] if place <= len(names) else f"argument {place}"


def _words(wanted: Parameter | None, own: Parameter | None, *, misdirected: bool) -> str:
    if wanted is None and own is not None:
        return f"asks for {_told(own)}, which is not passed"
    if wanted is None:
        return "takes other arguments"
    if own is None:
        return f"does not take {_told(wanted)}"
    if misdirected:
        return f"takes {_told(wanted)} in another place"
    if own.required and not wanted.required:
        return f"asks for {_told(own)}, which need not be passed"
    if wanted.kind.named and not own.kind.named:
        return f"does not take {_told(wanted)} by name"
    if own.name != wanted.name and wanted.kind.named:
        return f"calls {_told(wanted)} {_told(own)}, so that it is not taken by its name"
    if wanted.kind.positional and not own.kind.positional:
        return f"does not take {_told(wanted)} by position"
    return f"takes {_told(wanted)} in another place"


def _told(parameter: Parameter) -> str:
    stars = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    return f"`{stars}{parameter.name}`"
