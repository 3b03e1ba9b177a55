"""What hosts say of a change, in words."""

from collections.abc import Iterator, Sequence

from virtapi_analyzer.model.call import Call, Practice, Sight
from virtapi_analyzer.model.guarding import Became, Guarding, Handling, Removal, Told
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.shelter import Handler


def practice_words(told: Told, method: str) -> str:
    """What was seen of a change of the method, in one sentence without its stop."""
    match told:
        case Practice():
            return _of_calls(told, method)
        case Guarding():
            return _of_guards(told)
        case Removal():
            return _of_removal(told, method)
        case Handling():
            return _of_handlers(told, method)


def _of_calls(practice: Practice, method: str) -> str:
    """Where the host runs into a change of a parameter, or that it does not."""
    passes, pass_ = ("passes it", "pass it") if practice.came else ("runs into it", "run into it")
    if practice.failing:
        return f"the host {passes} at {_places(practice.failing)}"
    if practice.unfit:
        return f"the host is of another version: what it passes at {_places(practice.unfit)} is not taken here"
    if practice.doubtful:
        after = practice.doubtful[0].after
        why = f"only after the method raised {' or '.join(after)}" if after else "with arguments that nobody can see"
        return f"the host may {pass_} at {_places(practice.doubtful)}, {why}"
    seen = " that could be seen" if practice.blind else ""
    if not practice.calls:
        return f"no call{seen} {passes}: {practice.host} does not call `{method}`"
    return f"no call{seen} {passes}: {practice.host} calls `{method}` {_times(practice.calls)}"


def _of_guards(guarding: Guarding) -> str:
    """What stood around the calls, and what stands there now."""
    guards = _guards(guarding.guards)
    if guarding.became is Became.OPTIONAL:
        return f"guarded{guards}, called at {_places(guarding.calls)}"
    surely = "" if guarding.sure else ", as far as can be seen"
    return f"not guarded at {_places(guarding.calls)}{surely}; {guarding.old} guarded it{guards}"


def _of_removal(removal: Removal, method: str) -> str:
    """Who lives off what is gone."""
    if removal.uses:
        first, others = removal.uses[0], len(removal.uses) - 1
        return f"a driver uses what it inherits at {_place(first.location, first.function)}{_others(others)}"
    if removal.stood_in:
        instead = " or ".join(f"`{name}`" for name in removal.of)
        return (
            f"{removal.host} calls it for drivers without {instead}, at {_places(removal.stood_in)}; "
            "the newer host expects none"
        )
    if not removal.drivers:
        return f"{removal.host} has no drivers of its own, which might use the `{method}` that they inherit"
    drivers = "the one driver" if removal.drivers == 1 else f"none of the {removal.drivers} drivers"
    return (
        f"{drivers} in {removal.host} {'does not use' if removal.drivers == 1 else 'uses'} the `{method}` it inherits"
    )


def _of_handlers(handling: Handling, method: str) -> str:
    """Where an exception reaches the host's edge, or who handles it."""
    if handling.unhandled:
        edge = f", and leaves the host by {handling.edges[0]}" if handling.edges else ""
        return f"nothing handles it at {_places(handling.unhandled)}{edge}"
    if handling.doubtful:
        return f"it may be handled at {_places(handling.doubtful)}, by what nobody can see"
    seen = " that could be seen" if handling.blind else ""
    if not handling.calls:
        return f"no call{seen}: {handling.host} does not call `{method}`"
    return f"handled{_guards(handling.guards)}: {handling.host} calls `{method}` {_times(handling.calls)}"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _guards(guards: Sequence[Handler]) -> str:
    """As in: ` at host.py:12`, where there is a place to name."""
    if not guards:
        return ""
    asks = " by a question" if guards[0].asks else ""
    return f"{asks} at {_place(guards[0].location)}{_others(len(guards) - 1)}"


def _places(calls: Sequence[Call]) -> str:
    """The first of several places."""
    return f"{_place(calls[0].location, calls[0].function)}{_others(len(calls) - 1)}"


def _place(location: Location, function: str = "") -> str:
    return f"{location.file}:{location.line}" + (f" in {function}" if function else "")


def _others(number: int) -> str:
    return f" and in {number} other place{'' if number == 1 else 's'}" if number else ""


def host_words(host: Sight) -> Iterator[str]:
    """How much of a host's calls could be seen, a sentence each."""
    calls = "1 call" if host.calls == 1 else f"{host.calls} calls"
    files = "1 file" if host.files == 1 else f"{host.files} files"
    yield f"{host.label} has {calls} of drivers in {files}."
    if host.dynamic:
        places = "1 place" if len(host.dynamic) == 1 else f"{len(host.dynamic)} places"
        yield f"In {places} it takes a method of a driver by a name that nobody can see."
    if host.unread:
        files = "1 file" if len(host.unread) == 1 else f"{len(host.unread)} files"
        yield f"{files} of it cannot be read: {host.unread[0]}{' and others' if len(host.unread) > 1 else ''}"
