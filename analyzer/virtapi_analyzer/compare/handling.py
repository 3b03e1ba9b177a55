"""What a host does with exceptions that its drivers may let out: those that came, and all that are declared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from virtapi_analyzer.compare.fates import Fates
from virtapi_analyzer.model.call import Call, HostCalls
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Function
from virtapi_analyzer.model.guarding import Handling
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import AnyPair, MethodPair
from virtapi_analyzer.model.part import EscapePart
from virtapi_analyzer.model.shelter import Fate, Hold


def exceptions_that_came(pairs: Sequence[AnyPair]) -> frozenset[str]:
    """The exceptions that methods which drivers implement may newly raise, as they are declared or documented."""
    return frozenset(each for pair in pairs for each in _came(pair))


def declared_exceptions(interface: Interface) -> frozenset[str]:
    """All exceptions that methods which drivers implement declare."""
    driven = [interface.classes[path] for path, roles in interface.roles.items() if Role.DRIVER in roles]
    members = (member for class_ in driven for member in class_.members.values())
    return frozenset(each for member in members for each in member.element.contract.raises or ())


def handled(pairs: Sequence[AnyPair], host: HostCalls, interface: Interface) -> tuple[AnyPair, ...]:
    """The pairs, those of methods that may newly raise something with what the host does with that.

    Where the interface declares its roles itself, its declaration says what any host must be ready for.
    """
    decides = not any(class_.contract.role is not None for class_ in interface.classes.values())
    fates = Fates(around=host.surroundings)

    def one(pair: AnyPair) -> AnyPair:
        came = _came(pair)
        if not came or not isinstance(pair, MethodPair) or pair.new is None:
            return pair
        seen = _seen(host.of(pair.new.name), came, fates)
        return replace(pair, handling=_handling(seen, came, host, decides=decides))

    return tuple(map(one, pairs))


def escapes(interface: Interface, host: HostCalls) -> Iterator[EscapePart]:
    """The functions of a host out of which exceptions that are declared reach its edge."""
    fates = Fates(around=host.surroundings)
    for path, roles in interface.roles.items():
        if Role.DRIVER not in roles:
            continue
        for name, member in interface.classes[path].members.items():
            method, raised = member.element, member.element.contract.raises
            if not isinstance(method, Function) or not raised or member.owner != path:
                continue
            by_function: dict[str, list[_Seen]] = {}
            for each in _seen(host.of(name), raised, fates):
                if each.fate.most is Hold.NONE:
                    by_function.setdefault(each.call.within, []).append(each)
            for found in by_function.values():
                yield EscapePart(
                    path=f"{path}.{name}",
                    element=method,
                    calls=tuple(dict.fromkeys(each.call for each in found)),
                    exceptions=tuple(dict.fromkeys(each.exception for each in found)),
                    edges=tuple(dict.fromkeys(edge for each in found for edge in each.fate.edges)),
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A call, an exception of it, and what becomes of that."""

    call: Call
    exception: str
    fate: Fate


def _seen(calls: Sequence[Call], exceptions: Sequence[str], fates: Fates) -> list[_Seen]:
    return [
        _Seen(call=call, exception=exception, fate=fates.of(call, exception))
        for call in calls
        for exception in exceptions
    ]


def _came(pair: AnyPair) -> tuple[str, ...]:
    if not isinstance(pair, MethodPair) or pair.new is None or pair.roles != {Role.DRIVER}:
        return ()
    return (*pair.raises_came, *pair.documented_came)


def _handling(seen: Sequence[_Seen], came: tuple[str, ...], host: HostCalls, *, decides: bool) -> Handling:
    lost = [each for each in seen if each.fate.most is Hold.NONE]
    unsure = [each for each in seen if each.fate.least is Hold.NONE and each not in lost]
    return Handling(
        host=host.sight.label,
        exceptions=came,
        calls=len({each.call.location for each in seen}),
        unhandled=tuple(dict.fromkeys(each.call for each in lost)),
        doubtful=tuple(dict.fromkeys(each.call for each in unsure)),
        edges=tuple(dict.fromkeys(edge for each in lost for edge in each.fate.edges)),
        guards=tuple(dict.fromkeys(handler for each in seen for handler in each.fate.held)),
        blind=host.sight.partial,
        decides=decides,
    )
