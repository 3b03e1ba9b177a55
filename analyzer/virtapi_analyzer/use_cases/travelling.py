"""Which way the values of one class travel."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from virtapi_analyzer.compare.flow import reasons, single
from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.tree import silent
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.model.interface import Flow, Interface
from virtapi_analyzer.model.travel import Travel
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration
from virtapi_analyzer.policy.effects import effects
from virtapi_analyzer.rules import catalogue
from virtapi_analyzer.use_cases.opening import Progress, opened, project, read


def travel(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    name: str,
    *,
    source: str | None = None,
    progress: Progress = silent,
) -> Travel:
    """How the values of the class of that name, or of that end of a dotted path, travel in a source of the interface;
    without one, in the working tree, or where there is none in the newest release.

    Raises a `ConfigurationError` that says what is near where there is no such class, or several.
    """
    found = read(
        opened(configuration, interface, source or _default(configuration, interface), progress), interface, progress
    )
    kind = found.classes[_path(found, name)]
    ways = reasons(found)
    flow = Flow.NOWHERE
    for path, way in ways:
        flow |= way if path == kind.path else Flow.NOWHERE
    roles = found.roles.get(kind.path, frozenset())
    return Travel(
        label=found.label,
        element=kind,
        roles=roles,
        ways=tuple((way, ways[kind.path, way]) for way in single(flow)),
        effects=tuple(effects(kind, catalogue(), roles=roles, flow=flow)),
    )


def _default(configuration: Configuration, interface: InterfaceConfiguration) -> str:
    newest = baselines.newest(interface.baselines) if interface.baselines is not None else None
    if interface.path is None and newest is not None:
        return newest
    return str(project(configuration, interface))


def _path(interface: Interface, name: str) -> str:
    """The path of the class that a name means."""
    wanted = name.strip()
    known = dict(_names(interface))
    exact = known.get(wanted)
    fitting = {path for each, path in known.items() if each.endswith(f".{wanted}")} if exact is None else {exact}
    if len(fitting) == 1:
        return fitting.pop()
    if fitting:
        raise ConfigurationError(f"several classes are called {name!r}: name one of {', '.join(sorted(fitting))}")
    raise ConfigurationError(f"{interface.label} has no class {name!r}: {_near(wanted, known)}")


def _names(interface: Interface) -> Iterator[tuple[str, str]]:
    """Every dotted path under which a class is known, with the path of the class."""
    for path in interface.classes:
        yield path, path
    for module in interface.modules.values():
        for export in module.names.values():
            if isinstance(export.element, Class):
                yield f"{module.path}.{export.name}", export.element.path


def _near(wanted: str, known: Collection[str]) -> str:
    """Names of classes that are near, or what lists them."""
    last = {path.rpartition(".")[2].lower(): path.rpartition(".")[2] for path in known}
    near = [last[each] for each in get_close_matches(wanted.rpartition(".")[2].lower(), last, n=3)]
    if near:
        return f"did you mean {' or '.join(near)}"
    return "name a class by its name or its dotted path" if known else "it has no classes at all"
