"""Which way the values of each class travel, worked out from where the class is mentioned: a fixpoint.

What a driver-implemented method takes flows to the driver, what it returns or lets out to the host; a host-implemented
one the other way round. What flows takes along its bases, its subclasses, and what its members hold. Each step follows
from one before it, so that going through them in layers finds the shortest reason for each.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from virtapi_analyzer.compare.generics import OUTWARD, passing_in
from virtapi_analyzer.compare.mentions import Passing, mentions, spelled
from virtapi_analyzer.compare.sending import Sent, sent
from virtapi_analyzer.model.element import Attribute, Class, Function
from virtapi_analyzer.model.interface import Flow, Interface
from virtapi_analyzer.model.step import Step, StepKind
from virtapi_analyzer.rules.constants import makes_type

WAYS = (Flow.TO_DRIVER, Flow.TO_HOST, Flow.PERHAPS_TO_DRIVER, Flow.PERHAPS_TO_HOST)


def flows(interface: Interface) -> Mapping[str, Flow]:
    """The flow of every class of the interface; a class with a role is used, not sent, and flows nowhere."""
    found = dict.fromkeys(interface.classes, Flow.NOWHERE)
    for path, way in reasons(interface):
        found[path] |= way
    return found


def reasons(interface: Interface) -> Mapping[tuple[str, Flow], Sequence[Step]]:
    """For every class and way that its values travel, the shortest steps that show it; of those of one length, the
    first by name. A way that is perhaps taken is left out where it is surely taken by fewer steps."""
    travelling = _Travelling(
        interface=interface,
        passes=passing_in(interface),
        new_types=_new_types(interface),
        below=_below(interface.classes),
    )
    found: dict[tuple[str, Flow], Sequence[Step]] = {}
    known: dict[tuple[str, bool], Flow] = {}
    layer = [_Reached(steps=(step,), meant=True) for step in travelling.first()]
    while layer:
        fresh = []
        for each in sorted(layer, key=_by_name):
            path, way = each.path, each.way
            if way in known.get((path, True), Flow.NOWHERE) or way in known.get((path, each.meant), Flow.NOWHERE):
                continue
            known[path, each.meant] = known.get((path, each.meant), Flow.NOWHERE) | way
            found.setdefault((path, way), each.steps)
            fresh.append(each)
        layer = [further for each in fresh for further in travelling.further(each)]
    return found


def single(flow: Flow) -> Iterator[Flow]:
    """The ways of which a flow is made, the sure ones instead of their shadows."""
    for sure, perhaps in zip(WAYS[:2], WAYS[2:], strict=True):
        if perhaps in flow:
            yield sure if sure in flow else perhaps


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reached:
    """A class, reached by these steps. `meant` says that values of its subclasses are sent too; not so a base of what
    is sent, whose other subclasses stay where they are."""

    steps: tuple[Step, ...]
    meant: bool

    @property
    def path(self) -> str:
        return self.steps[-1].to

    @property
    def way(self) -> Flow:
        return self.steps[-1].way


def _by_name(reached: _Reached) -> tuple[str | int, ...]:
    order = list(StepKind)
    last = reached.steps[-1]
    told = (part for step in reached.steps for part in (order.index(step.kind), step.at, step.parameter, step.text))
    return last.to, WAYS.index(last.way), not reached.meant, *told


@dataclass(frozen=True, kw_only=True)
class _Travelling:
    interface: Interface
    passes: Passing
    new_types: Mapping[str, str]
    below: Mapping[str, Sequence[str]]

    def first(self) -> Iterator[Step]:
        """What the classes with a role send and receive themselves."""
        implicit = sorted(path for path, kind in self.interface.classes.items() if kind.contract.implicit)
        for path, roles in self.interface.roles.items():
            kind = self.interface.classes[path]
            for role in roles:
                yield from self._sent(kind, OUTWARD[role], implemented=True)
                called = any(isinstance(member.element, Function) for member in kind.members.values())
                for exception in implicit if called else ():
                    yield Step(kind=StepKind.IMPLICIT, at=path, to=exception, way=OUTWARD[role])

    def further(self, reached: _Reached) -> Iterator[_Reached]:
        """What travels along with the values of a class."""
        kind, way = self.interface.classes[reached.path], reached.way
        for step in self._sent(kind, way, implemented=False):
            yield _Reached(steps=(*reached.steps, step), meant=True)
        for step, meant in (*self._bases(kind, way), *(self._subclasses(kind, way) if reached.meant else ())):
            yield _Reached(steps=(*reached.steps, step), meant=meant)

    def _bases(self, kind: Class, way: Flow) -> Iterator[tuple[Step, bool]]:
        for base in kind.bases:
            if self._travels(base):
                yield Step(kind=StepKind.BASE, at=kind.path, to=base, way=way), False

    def _subclasses(self, kind: Class, way: Flow) -> Iterator[tuple[Step, bool]]:
        for path in self.below.get(kind.path, ()):
            if self._travels(path):
                yield Step(kind=StepKind.SUBCLASS, at=kind.path, to=path, way=way), True

    def _sent(self, kind: Class, outward: Flow, *, implemented: bool) -> Iterator[Step]:
        for each in sent(kind, implemented=implemented):
            for name, flow in self._names(kind, each, each.way.along(outward)):
                for way in single(flow):
                    text = each.type.text if each.type is not None else ""
                    yield Step(kind=each.kind, at=each.at, to=name, way=way, parameter=each.parameter, text=text)

    def _names(self, kind: Class, each: Sent, way: Flow) -> Iterator[tuple[str, Flow]]:
        """The classes that travel, of what is raised or of a type."""
        own = kind.bases if each.kind is StepKind.ARGUMENT else ()
        mentioned = mentions(each.type, way, self.passes) if each.type is not None else [(each.raised, way)]
        for name, flow in mentioned:
            if name not in own:
                yield from self._resolved(name, flow)

    def _resolved(self, name: str, flow: Flow, seen: Iterable[str] = ()) -> Iterator[tuple[str, Flow]]:
        if name in self.new_types and name not in seen:
            for inner, way in spelled(self.new_types[name], flow, self.passes):
                yield from self._resolved(inner, way, (*seen, name))
        elif self._travels(name):
            yield name, flow

    def _travels(self, path: str) -> bool:
        return path in self.interface.classes and not self.interface.roles.get(path)


def _below(classes: Mapping[str, Class]) -> Mapping[str, Sequence[str]]:
    """The subclasses of every class."""
    found: dict[str, list[str]] = {}
    for path, kind in classes.items():
        for base in kind.mro:
            found.setdefault(base, []).append(path)
    return found


def _new_types(interface: Interface) -> Mapping[str, str]:
    """What each `NewType` that a module exports is made of."""
    elements = (export.element for module in interface.modules.values() for export in module.names.values())
    return {
        element.path: ast.unparse(call.args[1])
        for element in elements
        if isinstance(element, Attribute)
        and makes_type(element)
        and element.value is not None
        and element.value.normal
        and isinstance(call := ast.parse(element.value.normal, mode="eval").body, ast.Call)
        and len(call.args) == 2
    }
