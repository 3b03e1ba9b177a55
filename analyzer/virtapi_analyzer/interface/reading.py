"""Reads an interface: the modules that are asked for, and what they reach."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import griffe

from virtapi_analyzer.interface.attributes import attribute, flags, told_by_flags
from virtapi_analyzer.interface.classes import Classes
from virtapi_analyzer.interface.context import Context, public_path, publish
from virtapi_analyzer.interface.functions import function, overloads
from virtapi_analyzer.interface.library import Library, Source
from virtapi_analyzer.interface.names import Names, Target
from virtapi_analyzer.interface.normal_form import NormalForm
from virtapi_analyzer.interface.patterns import matches
from virtapi_analyzer.interface.roles import roles
from virtapi_analyzer.interface.tree import Tree, silent
from virtapi_analyzer.model.element import (
    Attribute,
    Class,
    Export,
    Function,
    Module,
    Parameter,
    Property,
    Reference,
    Signature,
    Symbol,
    Type,
)
from virtapi_analyzer.model.errors import ReadingError
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import is_private


def read_interface(
    tree: Tree,
    *,
    package: str,
    modules: Sequence[str] = (),
    driver_interfaces: Sequence[str] = (),
    host_interfaces: Sequence[str] = (),
    flags: Sequence[str] = (),
    progress: Callable[[str], None] = silent,
) -> Interface:
    """Read one version of a package.

    `modules` are globs over dotted names; without any, every module without an underscore in its path is read. A
    module that is named in full must be there and be readable; one that is only found may be unreadable as long as
    nothing reaches it (it is counted in `skipped`). Names in signatures, fields and bases are followed inside the
    package, and no further. `driver_interfaces` and `host_interfaces` are globs over classes that drivers and the host
    implement; `flags` the dotted paths of dict literals whose keys are capability flags.

    Raises `ReadingError` for what is asked for or reached and cannot be read.
    """
    library = Library(tree=tree, package=package, progress=progress)
    names = Names(library=library)
    chosen, skipped = _choose(library, modules)
    published = publish(names, chosen)
    form = NormalForm(names=names, public=lambda target: public_path(published, target))
    reader = _Reader(library=library, names=names, form=form, published=published, flags=frozenset(flags))
    read = {name: reader.module(name) for name in chosen}
    reader.close(read.values())
    made = Interface(
        package=package,
        label=tree.label,
        modules=read,
        classes=dict(reader.classes.made),
        roles=roles(reader.classes.made, driver=driver_interfaces, host=host_interfaces),
        skipped=tuple(skipped),
    )
    vars(reader).clear()  # it and its context know each other, and all that was read
    return made


def _choose(library: Library, patterns: Sequence[str]) -> tuple[list[str], list[str]]:
    """The modules to read, and the files that were found and cannot be read."""
    known = list(library.modules())
    public = [name for name in known if not any(is_private(part) for part in name.split("."))]
    if not known:
        raise ReadingError(f"{library.tree.label} has no package {library.package}: name the folder that holds it")
    chosen, skipped = [], []
    for pattern in patterns or (library.package, f"{library.package}.*"):
        exact = pattern in known
        found = [pattern] if exact else [name for name in public if matches(pattern, name)]
        if not found and patterns:
            raise ReadingError(f"{library.tree.label} has no module {pattern}: correct `modules` in the configuration")
        for name in found:
            try:
                library.source(name)
            except ReadingError:
                if exact:  # named in full, or the package itself
                    raise
                skipped.append(library.tree.locate(library.file_of(name) or name))
            else:
                chosen.append(name)
    return list(dict.fromkeys(chosen)), list(dict.fromkeys(skipped))


class _Reader:
    """Translates modules, and then, by need, the classes that they reach."""

    def __init__(
        self, *, library: Library, names: Names, form: NormalForm, published: Mapping[str, str], flags: frozenset[str]
    ) -> None:
        self.library, self.names = library, names
        self.context = Context(
            library=library,
            names=names,
            form=form,
            published=published,
            flags=flags,
            keys_of=self._keys_of,
        )
        self.classes = Classes(context=self.context)

    def _keys_of(self, path: str) -> tuple[Parameter, ...] | None:
        """The keys of a TypedDict; the classes are there only after the context that they need."""
        return self.classes.keys_of(path)

    def module(self, name: str) -> Module:
        """One module with all that it exports."""
        source = self.library.source(name)
        assert source is not None
        exported, hidden = self.names.exports(source)
        exports = {export.name: export for each in exported for export in self._exports(source, each)}
        return Module(
            path=name,
            text=f"module {name}",
            location=self.library.locate(source, 1),
            docstring=source.module.docstring.value if source.module.docstring else None,
            names=exports,
            declared=self.names.declared(source),
            hidden=hidden,
            dynamic="__getattr__" in source.module.members,
        )

    def _exports(self, source: Source, name: str) -> Iterator[Export]:
        symbol = self._symbol(source, name)
        member = source.module.members.get(name)
        line = source.facts.imported_at.get(name) if isinstance(member, griffe.Alias) else None
        location = self.library.locate(source, line) if line else symbol.location
        condition = source.facts.conditions.get(name)
        if isinstance(symbol, Attribute) and symbol.path in self.context.flags:
            for flag in flags(symbol):
                key = flag.path.removeprefix(f"{source.name}.")
                yield Export(name=key, element=flag, location=flag.location, condition=condition)
            symbol = told_by_flags(symbol)
        yield Export(name=name, element=symbol, location=location, condition=condition)

    def _symbol(self, source: Source, name: str) -> Symbol:
        target = self.names.same_as(self.names.bound(source, name))
        node, home = target.node, target.source
        public = self.context.public(target)
        if node is None or home is None:
            return self._reference(source, name, target)
        if isinstance(node, griffe.Class):
            return self.classes.of(home, node)
        if isinstance(node, griffe.Function):
            forms = (home.module.overloads.get(node.name) or overloads(node) or [node]) if _of_module(node) else [node]
            return function(self.context, home, public, forms, of_class=not _of_module(node))
        if isinstance(node, griffe.Attribute):
            return attribute(self.context, home, public, node)
        return self._reference(source, name, target)

    def _reference(self, source: Source, name: str, target: Target) -> Reference:
        line = source.facts.imported_at.get(name)
        location = self.library.locate(source, line)
        inside = target.path.startswith(f"{self.library.package}.")
        if inside and not self.library.exists(target.path) and not self._dynamic(target.path):
            raise ReadingError(
                f"{location.file}:{location.line}: `{name}` leads to {target.path}, which is not there: "
                "define it, or drop the name"
            )
        return Reference(
            path=f"{source.name}.{name}", text=f"import {target.path}", location=location, target=target.path
        )

    def _dynamic(self, path: str) -> bool:
        """Whether the module that a path should be in makes up its names itself."""
        source = self.library.source(path.rpartition(".")[0]) if self.library.file_of(path.rpartition(".")[0]) else None
        return source is not None and "__getattr__" in source.module.members

    def close(self, modules: Iterable[Module]) -> None:
        """Translate every class of the package that what was read mentions, and what those mention."""
        seen: set[str] = set()
        waiting = [e.element for module in modules for e in module.names.values()]
        waiting += self.classes.made.values()
        while waiting:
            element = waiting.pop()
            for path in sorted(_mentioned(element) - seen):
                seen.add(path)
                if path.startswith(f"{self.library.package}.") and (found := self.classes.named(path)) is not None:
                    waiting.append(found)


def _of_module(node: griffe.Function) -> bool:
    return node.parent is not None and node.parent.is_module


def _mentioned(element: Symbol | Property) -> frozenset[str]:
    """The dotted paths that an element's types, bases and declared exceptions mention."""
    match element:
        case Class():
            members = [member.element for member in element.members.values()]
            inside = [each.path for each in members if isinstance(each, Class)]
            inner = [_mentioned(each) for each in members if not isinstance(each, Class)]
            argued = (type_.names for type_ in element.base_types)
            return frozenset((*element.bases, *inside)).union(*inner, *argued)
        case Function():
            signatures = (element.signature, *element.overloads)
            declared = (*(element.contract.raises or ()), *element.raises_documented)
            return frozenset(declared).union(*(_of_signature(signature) for signature in signatures))
        case Attribute() | Property():
            return _of_type(element.type)
        case _:
            return frozenset()


def _of_signature(signature: Signature) -> frozenset[str]:
    return _of_type(signature.returns).union(*(_of_type(parameter.type) for parameter in signature.parameters))


def _of_type(type_: Type | None) -> frozenset[str]:
    return type_.names if type_ is not None else frozenset()
