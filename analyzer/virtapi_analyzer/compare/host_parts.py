"""What one host does with the methods of its drivers: the parts that rules on a host look at."""

from collections.abc import Iterator, Mapping

from virtapi_analyzer.compare.binding import misfit, mistaken
from virtapi_analyzer.compare.handling import escapes
from virtapi_analyzer.model.call import Call, HostCalls, Misfit
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Function
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.part import CallPart, HostPart

Methods = Mapping[str, tuple[tuple[str, Function], ...]]
"""The methods that drivers implement, by name, each with its path."""


def host_parts(
    host: HostCalls, new: Interface, old: Interface | None = None, *, alone: bool = True
) -> Iterator[HostPart]:
    """The parts of a host that calls `new`; `old` is the version before, where there is one. With `alone`, also those
    that are about no call's step from one version to the other: exceptions that it does not handle."""
    if alone:
        yield from escapes(new, host)
    now, before = _methods(new), _methods(old) if old is not None else None
    for call in host.calls:
        if found := now.get(call.method):
            path, method = found[0]
            wrong = _misfit(call, [each for _, each in found])
            then = (
                wrong
                if before is None
                else _misfit(call, [each for _, each in before.get(call.method, ())] or [method])
            )
            yield CallPart(path=path, element=method, call=call, misfit=wrong, before=then)


def _methods(interface: Interface) -> Methods:
    found: dict[str, dict[str, Function]] = {}
    for path, roles in interface.roles.items():
        if Role.DRIVER in roles:
            for name, member in interface.classes[path].members.items():
                if isinstance(member.element, Function):
                    found.setdefault(name, {})[f"{member.owner}.{name}"] = member.element
    return {name: tuple(each.items()) for name, each in found.items()}


def _misfit(call: Call, methods: list[Function]) -> Misfit | None:
    """Why a call fits none of these; None where it fits one."""
    reasons = []
    for method in methods:
        forms = method.overloads or (method.signature,)
        wrong = [misfit(call.arguments, form) or mistaken(call.arguments, form) for form in forms]
        if None in wrong:
            return None
        reasons += wrong
    return reasons[0] if reasons else None
