"""What the translation of one interface shares: the library, the names, the normal form, and the public paths."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import griffe

from virtapi_analyzer.interface.library import Library, Source
from virtapi_analyzer.interface.names import Names, Target
from virtapi_analyzer.interface.normal_form import NormalForm
from virtapi_analyzer.interface.standard_names import standard
from virtapi_analyzer.interface.words import Resolve, path_of_decorator
from virtapi_analyzer.model.element import Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """`published` maps the path of a definition to the path under which people know it; `flags` are the dict literals
    whose keys are elements; `keys_of` gives a TypedDict's keys as keyword-only parameters, None for anything else."""

    library: Library
    names: Names
    form: NormalForm
    published: Mapping[str, str]
    flags: frozenset[str] = frozenset()
    keys_of: Callable[[str], tuple[Parameter, ...] | None] = field(default=lambda _: None)

    def path_of(self, scope: griffe.Object, name: str) -> str:
        """The public path that a dotted name means in a scope, a second name of a class or function being that."""
        target = self.names.target(self.names.resolve(scope, name))
        return standard(self.public(self.names.same_as(target, outside=True)))

    def resolver(self, scope: griffe.Object) -> Resolve:
        """`path_of` for one scope."""
        return lambda name: self.path_of(scope, name)

    def public(self, target: Target) -> str:
        """The public path of what a path leads to."""
        return public_path(self.published, target)

    def decorator_paths(self, source: Source, node: griffe.Function | griffe.Class) -> tuple[str, ...]:
        """The dotted paths of a definition's decorators, outermost first."""
        scope = node.parent or source.module
        decorators = source.facts.decorators.get(node.lineno or 0, ())
        return tuple(path_of_decorator(decorator, self.resolver(scope)) for decorator in decorators)


def public_path(published: Mapping[str, str], target: Target) -> str:
    """The public path of a definition, or of what stands inside one."""
    parts = target.path.split(".")
    for end in range(len(parts), 0, -1):
        known = published.get(".".join(parts[:end]))
        if known is not None:
            return ".".join((known, *parts[end:]))
    return target.path


def publish(names: Names, modules: Sequence[str]) -> Mapping[str, str]:
    """For each definition that a public module exports the path under which people know it.

    That is its own path where its module exports it there, else the shortest, the first of several.
    """
    published: dict[str, str] = {}
    for module in sorted(modules, key=lambda name: (name.count("."), name)):
        source = names.library.source(module)
        if source is None:
            continue
        for name in names.exports(source)[0]:
            path = f"{module}.{name}"
            target = names.same_as(names.bound(source, name))
            if target.path == path or target.path not in published:
                published[target.path] = path
    return published
