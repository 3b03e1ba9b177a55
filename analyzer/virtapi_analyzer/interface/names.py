"""What a name leads to: through imports, re-exports and star imports, to where it is defined."""

import builtins
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

import griffe

from virtapi_analyzer.interface.library import Library, Node, Source
from virtapi_analyzer.model.errors import ReadingError


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a path leads to: where it is defined, and the definition (None outside the package, or for a module)."""

    path: str
    node: Node | None = None
    source: Source | None = None


@dataclass(slots=True, kw_only=True)
class Names:
    """Follows names through a library; remembers where each led."""

    library: Library
    found: dict[str, Target] = field(default_factory=dict)

    def resolve(self, scope: griffe.Object, name: str) -> str:
        """The dotted path that a (dotted) name means in a scope; a builtin, and what nobody knows, is itself."""
        first, dot, rest = name.partition(".")
        try:
            path = scope.resolve(first)
        except griffe.NameResolutionError:
            module = scope.module
            beside = f"{module.path}.{first}"
            starred = self._starred(module.path, first)
            if starred is not None:
                path = starred
            elif not hasattr(builtins, first) and self.library.file_of(beside) is not None:
                path = beside
            else:
                path = first
        return f"{path}{dot}{rest}"

    def target(self, path: str) -> Target:
        """Where a dotted path leads: the definition's own path and, inside the package, the definition.

        Raises `ReadingError` where names import each other in a circle, or the package re-exports what is not there.
        """
        if path not in self.found:
            self.found[path] = self._follow(path, ())
        return self.found[path]

    def bound(self, source: Source, name: str) -> Target:
        """What a module binds a name to, be there a submodule of that name or not."""
        member = self.member(source, name)
        if isinstance(member, str):
            return self.target(member)
        return self.target(f"{source.name}.{name}") if member is None else self._inside(member, [], source, seen=())

    def same_as(self, target: Target, *, outside: bool = False) -> Target:
        """What a definition is another name of (`old = new` for a function or a class), else the definition itself.

        With `outside`, also what it names outside the package, whatever that is.
        """
        node, source = target.node, target.source
        if not isinstance(node, griffe.Attribute) or node.annotation is not None or source is None:
            return target
        written = str(node.value)
        if (
            not all(part.isidentifier() for part in written.split("."))
            or node.parent is None
            or not node.parent.is_module
        ):
            return target
        other = self.target(self.resolve(node.parent, written))
        if outside and other.source is None and not other.path.startswith(f"{self.library.package}."):
            return other
        return other if isinstance(other.node, griffe.Function | griffe.Class) else target

    def _follow(self, path: str, seen: tuple[str, ...]) -> Target:
        if path in seen:
            circle = " and ".join(sorted({*seen[seen.index(path) :], path}))
            raise ReadingError(f"{circle} import each other and nothing defines them: define the name in one place")
        module, rest = self._module_of(path)
        if module is None or not rest:  # a module itself is no reason to read it
            return Target(path=path)
        source = self.library.source(module)
        if source is None:
            return Target(path=path)
        member = self.member(source, rest[0])
        if member is None:
            return Target(path=path)
        if isinstance(member, str):
            return self._follow(".".join((member, *rest[1:])), (*seen, path))
        return self._inside(member, rest[1:], source, seen=(*seen, path))

    def _inside(self, node: Node, rest: list[str], source: Source, *, seen: tuple[str, ...]) -> Target:
        """A member of a class, or the class itself."""
        for part in rest:
            inner = node.members.get(part) if isinstance(node, griffe.Class) else None
            if inner is None:
                return Target(path=".".join((node.path, *rest[rest.index(part) :])))
            if isinstance(inner, griffe.Alias):
                return self._follow(inner.target_path, seen)
            node = cast(Node, inner)
        return Target(path=node.path, node=node, source=source)

    def _module_of(self, path: str) -> tuple[str | None, list[str]]:
        """The longest leading part that is a module of the package, and what stands behind it."""
        parts = path.split(".")
        if path != self.library.package and not path.startswith(f"{self.library.package}."):
            return None, parts
        for end in range(len(parts), 0, -1):
            if self.library.file_of(".".join(parts[:end])) is not None:
                return ".".join(parts[:end]), parts[end:]
        return None, parts

    def member(self, source: Source, name: str) -> Node | str | None:
        """What a module binds a name to: its own definition, the path that it imports, or None."""
        member = source.module.members.get(name)
        if isinstance(member, griffe.Alias):
            return member.target_path
        if member is not None and not (isinstance(member, griffe.Module)):
            return cast(Node, member)
        overloads = source.module.overloads.get(name)
        return overloads[-1] if overloads else self._starred(source.name, name)

    def _starred(self, module: str, name: str) -> str | None:
        """The path of a name that a star import brings into a module."""
        source = self.library.source(module)
        for starred in self.star_imports(source) if source is not None else ():
            if name in self.star_names(starred):
                return f"{starred}.{name}"
        return None

    def star_imports(self, source: Source) -> Iterator[str]:
        """The modules of the package that a module imports everything from."""
        for member in source.module.members.values():
            if isinstance(member, griffe.Alias) and member.wildcard and self.library.file_of(member.target_path):
                yield member.target_path

    def star_names(self, module: str, seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The names that `from MODULE import *` brings: its `__all__`, else what has no underscore."""
        source = self.library.source(module)
        if source is None or module in seen:
            return ()
        declared = self.declared(source)
        if declared is not None:
            return declared
        own = [name for name in (*source.module.members, *source.module.overloads) if name.isidentifier()]
        starred = [n for s in self.star_imports(source) for n in self.star_names(s, seen | {module})]
        visible = [
            name
            for name in dict.fromkeys((*own, *starred))
            if not name.startswith("_") and (not source.stub or not self._only_imported(source, name))
        ]
        return tuple(visible)

    def _only_imported(self, source: Source, name: str) -> bool:
        """Whether a stub imports the name for its own use alone."""
        member = source.module.members.get(name)
        return isinstance(member, griffe.Alias) and name not in source.facts.reexported

    def declared(self, source: Source) -> tuple[str, ...] | None:
        """The module's `__all__`, those of others that it adds taken in; None where it has none."""
        if source.facts.declared is None:
            return None
        names: list[str] = []
        for name in source.facts.declared:
            other = name.removesuffix(".__all__")
            names += [name] if other == name else self.star_names(self.resolve(source.module, other))
        return tuple(dict.fromkeys(names))

    def exports(self, source: Source) -> tuple[tuple[str, ...], frozenset[str]]:
        """The names that a module exports, and those that it defines publicly and keeps to itself.

        Without `__all__` these are its own definitions without an underscore, what it imports under the same name
        (`import X as X`) or with a star, and for a package's `__init__.py` what it imports from inside the package.
        """
        own = {n for n, m in source.module.members.items() if not isinstance(m, griffe.Alias) and n.isidentifier()}
        own |= {name for name, overloads in source.module.overloads.items() if overloads}
        own -= {"__all__"}
        public = {name for name in own if not name.startswith("_")}
        declared = self.declared(source)
        if declared is not None:
            return declared, frozenset(public - set(declared))
        starred = [name for module in self.star_imports(source) for name in self.star_names(module)]
        imported = [n for n in source.module.members if n.isidentifier() and self._reexports(source, n)]
        imported += sorted(name for name in source.facts.reexported if self._own_submodule(source, name))
        order = [name for name in (*source.module.members, *source.module.overloads) if name in public]
        return tuple(dict.fromkeys((*order, *imported, *starred))), frozenset()

    def _own_submodule(self, source: Source, name: str) -> bool:
        """Whether a package imports a module of its own, which griffe leaves out."""
        absent = name not in source.module.members and not name.startswith("_")
        return absent and source.initial and self.library.file_of(f"{source.name}.{name}") is not None

    def _reexports(self, source: Source, name: str) -> bool:
        member = source.module.members[name]
        if not isinstance(member, griffe.Alias) or member.wildcard or name.startswith("_"):
            return False
        inside = member.target_path.startswith(f"{self.library.package}.")
        return name in source.facts.reexported or (source.initial and not source.stub and inside)
