"""What a host's calls say of a change, in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from virtapi_analyzer.model.call import Call, Practice, Sight


def practice_words(practice: "Practice", method: str) -> str:
    """One sentence without its stop: where the host runs into a change of the method, or that it does not."""
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
    times = "once" if practice.calls == 1 else f"{practice.calls} times"
    return f"no call{seen} {passes}: {practice.host} calls `{method}` {times}"


def _places(calls: "tuple[Call, ...]") -> str:
    """The first of several places."""
    first, others = calls[0], len(calls) - 1
    place = f"{first.location.file}:{first.location.line}"
    inside = f" in {first.function}" if first.function else ""
    more = f" and in {others} other place{'' if others == 1 else 's'}" if others else ""
    return f"{place}{inside}{more}"


def host_words(host: "Sight") -> Iterator[str]:
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
