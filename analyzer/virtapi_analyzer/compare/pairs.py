"""Everything of two interfaces, side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from virtapi_analyzer.compare.calls import call_pairs
from virtapi_analyzer.compare.fields import field_pairs, fields
from virtapi_analyzer.compare.flow import flows
from virtapi_analyzer.compare.likeness import renames
from virtapi_analyzer.compare.members import member_pairs
from virtapi_analyzer.compare.turnover import Surroundings, moved_up, renamings
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Class,
    ClassKind,
    Export,
    Function,
    Module,
    Reference,
    Symbol,
)
from virtapi_analyzer.model.interface import Flow, Interface
from virtapi_analyzer.model.pair import (
    AnyPair,
    AttributePair,
    ClassPair,
    ExportPair,
    FunctionPair,
    ModulePair,
    is_private,
)


def compare(old: Interface, new: Interface) -> tuple[AnyPair, ...]:
    """Match two versions of an interface, once: modules, what they export, classes, members and parameters.

    Every pair carries the roles and the flow of the class that it belongs to, those of both sides together.
    """
    sides = _Sides(old=old, new=new, old_flows=flows(old), new_flows=flows(new))
    exports = list(sides.exports())
    renamed = list(_renamed(exports))
    classes = sides.classes({pair.path: pair.renamed for pair in renamed if pair.renamed})
    around = Surroundings(
        before=old.classes,
        after=new.classes,
        counterparts={c.old.path: c.new.path for c in classes if c.old is not None and c.new is not None},
        exported=sides.exported(),
        moved_up=frozenset(moved for pair in classes for moved in moved_up(pair)),
    )
    around = replace(around, renamed=renamings(classes, around))
    flagged = [pair for pair in exports if _is_flag(pair)]
    exports = [pair for pair in exports if not _is_flag(pair)]
    told = {id(side) for pair in renamed for side in (pair.old, pair.new)}
    return (
        *sides.modules(),
        *(pair for pair in sides.with_roles(exports) if not {id(pair.old), id(pair.new)} & told),
        *sides.with_roles(renamed),
        *(each for pair in (*exports, *flagged) for each in sides.symbols(pair)),
        *classes,
        *(each for pair in classes for each in member_pairs(pair, around)),
        *(each for pair in classes for each in sides.fields(pair, around.counterparts)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    old: Interface
    new: Interface
    old_flows: Mapping[str, Flow]
    new_flows: Mapping[str, Flow]

    def modules(self) -> Iterator[ModulePair]:
        for path in dict.fromkeys((*self.old.modules, *self.new.modules)):
            yield ModulePair(path=path, old=self.old.modules.get(path), new=self.new.modules.get(path))

    def exports(self) -> Iterator[ExportPair]:
        for path in dict.fromkeys((*self.old.modules, *self.new.modules)):
            old, new = self.old.modules.get(path), self.new.modules.get(path)
            names = dict.fromkeys((*(old.names if old else ()), *(new.names if new else ())))
            for name in names:
                yield from self._export(path, name, old, new)

    def _export(self, module: str, name: str, old: Module | None, new: Module | None) -> Iterator[ExportPair]:
        first, second = old.names.get(name) if old else None, new.names.get(name) if new else None
        path = f"{module}.{name}"
        if old is not None and new is not None and self._told_elsewhere(path, first, second):
            return
        absent = new if second is None else old
        yield ExportPair(
            path=path,
            old=first,
            new=second,
            module_kept=old is not None and new is not None,
            hidden=absent is not None and None in (first, second) and name in absent.hidden,
            same_element=first is None or second is None or _same(first, second),
        )

    def _told_elsewhere(self, path: str, old: Export | None, new: Export | None) -> bool:
        """Whether a name that came or went is only another name of what came or went under its own."""
        if (old is None) is (new is None):
            return False
        export = old or new
        there, here = (self.new, self.old) if old is not None else (self.old, self.new)
        if export is None or export.element.path == path:
            return False
        return _exported(here, export.element.path) and not _exported(there, export.element.path)

    def with_roles(self, pairs: list[ExportPair]) -> Iterator[ExportPair]:
        """A name of a class carries that class's roles and flow."""
        for pair in pairs:
            paths = [side.element.path for side in (pair.old, pair.new) if side is not None]
            yield replace(pair, roles=self._roles(*paths), flow=self._flow(*paths))

    def symbols(self, pair: ExportPair) -> Iterator[AnyPair]:
        """Functions and constants under a name that both sides export, and flags; classes have pairs of their own."""
        if _is_flag(pair):
            before, after = (side.element if side is not None else None for side in (pair.old, pair.new))
            yield AttributePair(path=pair.path, old=_attribute(before), new=_attribute(after), owner=None)
            return
        if pair.old is None or pair.new is None:
            return
        old, new = pair.old.element, pair.new.element
        if isinstance(old, Function) and isinstance(new, Function):
            function = FunctionPair(path=pair.path, old=old, new=new)
            yield function
            yield from call_pairs(function)
        elif isinstance(old, Attribute) and isinstance(new, Attribute):
            yield AttributePair(path=pair.path, old=old, new=new, owner=None)

    def classes(self, renamed: Mapping[str, str]) -> list[ClassPair]:
        """The classes that are on both sides: under a name that both export, renamed, or reached at one path."""
        matched: dict[str, tuple[str, str]] = {}
        for path, module in self.old.modules.items():
            for name, export in module.names.items():
                other = self._new_export(path, name, renamed.get(f"{path}.{name}"))
                if isinstance(export.element, Class) and other is not None and isinstance(other.element, Class):
                    matched.setdefault(export.element.path, (f"{path}.{name}", other.element.path))
        taken = {new for _, new in matched.values()}
        for path in self.old.classes:
            if path not in matched and path in self.new.classes and path not in taken:
                matched[path] = (path, path)
        self._match_nested(matched)
        counterparts = {old: new for old, (_, new) in matched.items()}
        back = {new: old for old, new in counterparts.items()}
        pairs = [self._class(old, public, new, counterparts, back) for old, (public, new) in matched.items()]
        by_old = {pair.old.path: pair for pair in pairs if pair.old is not None}
        return [_own_bases(pair, by_old) for pair in pairs]

    def _match_nested(self, matched: dict[str, tuple[str, str]]) -> None:
        """Add the classes inside matched classes: of the same name, or renamed."""
        taken = {new for _, new in matched.values()}
        before, after = _inner(self.old), _inner(self.new)
        waiting = list(matched)
        while waiting:
            outer = waiting.pop()
            public, now = matched[outer]
            old = {kind.name: kind for kind in before.get(outer, ()) if kind.path not in matched}
            new = {kind.name: kind for kind in after.get(now, ()) if kind.path not in taken}
            same = [(kind, new[name]) for name, kind in old.items() if name in new]
            others = ([k for n, k in one.items() if n not in two] for one, two in ((old, new), (new, old)))
            for first, second in (*same, *renames(*others)):
                matched[first.path] = (f"{public}.{first.name}", second.path)
                waiting.append(first.path)

    def _new_export(self, module: str, name: str, renamed: str | None) -> Export | None:
        place, _, known = (renamed or f"{module}.{name}").rpartition(".")
        there = self.new.modules.get(place)
        return there.names.get(known) if there is not None else None

    def _class(
        self, old: str, public: str, new: str, counterparts: Mapping[str, str], back: Mapping[str, str]
    ) -> ClassPair:
        first, second = self.old.classes[old], self.new.classes[new]
        before = [counterparts.get(path, path) for path in first.mro]
        return ClassPair(
            path=public,
            old=first,
            new=second,
            roles=self._roles(old, new),
            flow=self._flow(old, new),
            lost=tuple(back.get(p, p) for p in before if p not in second.mro and self._known(self.old, back.get(p, p))),
            gained=tuple(p for p in second.mro if p not in before and self._known(self.new, p)),
            undefined=second.abstract_members if _instantiable(first) and second.kind is not ClassKind.PROTOCOL else (),
        )

    def _known(self, side: Interface, path: str) -> bool:
        """Whether a person may know a base: it is not a class of the package that nothing exports."""
        return path not in side.classes or _exported(side, path)

    def fields(self, pair: ClassPair, counterparts: Mapping[str, str]) -> Iterator[AnyPair]:
        """The fields of a data class, its bases' taken in, where they are told of here and not at a base."""
        if pair.old is not None and pair.new is not None:
            bases = [
                (self.old.classes[path], self.new.classes[counterparts[path]])
                for path in pair.old.mro
                if counterparts.get(path) in pair.new.mro
            ]
            yield from field_pairs(pair, fields(pair.old, self.old.classes), fields(pair.new, self.new.classes), bases)

    def exported(self) -> frozenset[str]:
        """The classes, of either side, that a public module exports."""
        return frozenset(path for side in (self.old, self.new) for path in side.classes if _exported(side, path))

    def _roles(self, *paths: str) -> frozenset[Role]:
        sides = (self.old.roles, self.new.roles)
        return frozenset(role for roles in sides for path in paths for role in roles.get(path, ()))

    def _flow(self, *paths: str) -> Flow:
        found = Flow.NOWHERE
        for path in paths:
            found |= self.old_flows.get(path, Flow.NOWHERE) | self.new_flows.get(path, Flow.NOWHERE)
        return found


def _own_bases(pair: ClassPair, by_old: Mapping[str, ClassPair]) -> ClassPair:
    """The pair without what its bases' own pairs tell of: the bases that came and went through another one, and that
    neither can be instantiated any more."""
    assert pair.old is not None and pair.new is not None
    above = [by_old[path] for path in pair.old.mro if path in by_old]
    still = [base for base in above if base.new is not None and base.new.path in pair.new.mro]
    lost = {path for base in still for path in base.lost}
    gained = {path for base in still for path in base.gained}
    return replace(
        pair,
        lost=tuple(path for path in pair.lost if path not in lost),
        gained=tuple(path for path in pair.gained if path not in gained),
        undefined=() if any(base.undefined for base in still) else pair.undefined,
    )


def _inner(side: Interface) -> Mapping[str, list[Class]]:
    """The classes that stand inside others, by the path of the outer one."""
    found: dict[str, list[Class]] = {}
    for path, kind in side.classes.items():
        found.setdefault(path.rpartition(".")[0], []).append(kind)
    return found


def _instantiable(side: Class) -> bool:
    """Whether Python makes objects of a class, as far as its members say."""
    return side.kind is not ClassKind.PROTOCOL and not side.abstract_members


def _is_flag(pair: ExportPair) -> bool:
    """Whether the name is a key of a dict of flags, which is an element of its own and no name to import."""
    export = pair.old or pair.new
    element = export.element if export is not None else None
    return isinstance(element, Attribute) and element.kind is AttributeKind.FLAG


def _attribute(element: Symbol | None) -> Attribute | None:
    return element if isinstance(element, Attribute) else None


def _exported(side: Interface, path: str) -> bool:
    module, _, name = path.rpartition(".")
    return module in side.modules and name in side.modules[module].names


def _same(old: Export, new: Export) -> bool:
    """Whether both sides of a name lead to one element. What is defined in the package is compared part by part
    wherever it stands, so only what is not can be another one."""
    if isinstance(old.element, Reference) and isinstance(new.element, Reference):
        return old.element.target == new.element.target
    return True


def _renamed(exports: list[ExportPair]) -> Iterator[ExportPair]:
    """What went from a module, and came in it under another name."""
    places = dict.fromkeys(pair.path.rpartition(".")[0] for pair in exports)
    for place in places:
        here = [p for p in exports if p.path.rpartition(".")[0] == place and p.module_kept and not is_private(p.name)]
        gone = {id(p.old.element): p for p in here if p.old is not None and p.new is None and not p.hidden}
        came = {id(p.new.element): p for p in here if p.new is not None and p.old is None and not p.hidden}
        old = [p.old.element for p in gone.values() if p.old is not None]
        new = [p.new.element for p in came.values() if p.new is not None]
        for first, second in renames(old, new):
            yield ExportPair(
                path=gone[id(first)].path, old=gone[id(first)].old, new=came[id(second)].new,
                renamed=came[id(second)].path,
            )  # fmt: skip
