"""Everything of two interfaces, side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from virtapi_analyzer.compare.calls import call_pairs
from virtapi_analyzer.compare.class_pairs import class_pairs
from virtapi_analyzer.compare.exceptions import Hierarchy, with_exceptions
from virtapi_analyzer.compare.fields import field_pairs, fields
from virtapi_analyzer.compare.flow import flows
from virtapi_analyzer.compare.likeness import renames
from virtapi_analyzer.compare.members import member_pairs
from virtapi_analyzer.compare.sides import Sides, exported
from virtapi_analyzer.compare.turnover import Surroundings, moved_up, renamings
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Export,
    Function,
    Module,
    Reference,
    Symbol,
)
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import (
    AnyPair,
    AttributePair,
    CallablePair,
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
    sides = Sides(old=old, new=new, old_flows=flows(old), new_flows=flows(new))
    exports = list(_exports(sides))
    renamed = list(_renamed(exports))
    classes = class_pairs(sides, {pair.path: pair.renamed for pair in renamed if pair.renamed})
    around = Surroundings(
        before=old.classes,
        after=new.classes,
        counterparts={c.old.path: c.new.path for c in classes if c.old is not None and c.new is not None},
        exported=sides.exported_classes(),
        moved_up=frozenset(moved for pair in classes for moved in moved_up(pair)),
    )
    around = replace(around, renamed=renamings(classes, around))
    flagged = [pair for pair in exports if _is_flag(pair)]
    exports = [pair for pair in exports if not _is_flag(pair)]
    told = {id(side) for pair in renamed for side in (pair.old, pair.new)}
    known = Hierarchy(before=old.classes, after=new.classes, counterparts=around.counterparts)
    pairs: tuple[AnyPair, ...] = (
        *_modules(sides),
        *(pair for pair in _with_roles(sides, exports) if not {id(pair.old), id(pair.new)} & told),
        *_with_roles(sides, renamed),
        *(each for pair in (*exports, *flagged) for each in _symbols(pair)),
        *classes,
        *(each for pair in classes for each in member_pairs(pair, around)),
        *(each for pair in classes for each in _fields(sides, pair, around.counterparts)),
    )
    return tuple(with_exceptions(pair, known) if isinstance(pair, CallablePair) else pair for pair in pairs)


def _modules(sides: Sides) -> Iterator[ModulePair]:
    for path in dict.fromkeys((*sides.old.modules, *sides.new.modules)):
        old, new = sides.old.modules.get(path), sides.new.modules.get(path)
        classes = [export.element.path for side in (old, new) if side for export in side.names.values()]
        yield ModulePair(path=path, old=old, new=new, roles=sides.roles(*classes), flow=sides.flow(*classes))


def _exports(sides: Sides) -> Iterator[ExportPair]:
    for path in dict.fromkeys((*sides.old.modules, *sides.new.modules)):
        old, new = sides.old.modules.get(path), sides.new.modules.get(path)
        names = dict.fromkeys((*(old.names if old else ()), *(new.names if new else ())))
        for name in names:
            yield from _export(sides, path, name, old, new)


def _export(sides: Sides, module: str, name: str, old: Module | None, new: Module | None) -> Iterator[ExportPair]:
    first, second = old.names.get(name) if old else None, new.names.get(name) if new else None
    path = f"{module}.{name}"
    if old is not None and new is not None and _told_elsewhere(sides, path, first, second):
        return
    absent = new if second is None else old
    yield ExportPair(
        path=path,
        old=first,
        new=second,
        module_kept=old is not None and new is not None,
        hidden=absent is not None and None in (first, second) and name in absent.hidden,
        same_element=first is None or second is None or _same(first, second),
        made_up=absent is not None and None in (first, second) and absent.dynamic,
    )


def _told_elsewhere(sides: Sides, path: str, old: Export | None, new: Export | None) -> bool:
    """Whether a name that came or went is only another name of what came or went under its own."""
    if (old is None) is (new is None):
        return False
    export = old or new
    there, here = (sides.new, sides.old) if old is not None else (sides.old, sides.new)
    if export is None or export.element.path == path:
        return False
    return exported(here, export.element.path) and not exported(there, export.element.path)


def _with_roles(sides: Sides, pairs: list[ExportPair]) -> Iterator[ExportPair]:
    """A name of a class carries that class's roles and flow."""
    for pair in pairs:
        paths = [side.element.path for side in (pair.old, pair.new) if side is not None]
        yield replace(pair, roles=sides.roles(*paths), flow=sides.flow(*paths))


def _symbols(pair: ExportPair) -> Iterator[AnyPair]:
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


def _fields(sides: Sides, pair: ClassPair, counterparts: Mapping[str, str]) -> Iterator[AnyPair]:
    """The fields of a data class, its bases' taken in, where they are told of here and not at a base."""
    if pair.old is not None and pair.new is not None:
        bases = [
            (sides.old.classes[path], sides.new.classes[counterparts[path]])
            for path in pair.old.mro
            if counterparts.get(path) in pair.new.mro
        ]
        yield from field_pairs(pair, fields(pair.old, sides.old.classes), fields(pair.new, sides.new.classes), bases)


def _is_flag(pair: ExportPair) -> bool:
    """Whether the name is a key of a dict of flags, which is an element of its own and no name to import."""
    export = pair.old or pair.new
    element = export.element if export is not None else None
    return isinstance(element, Attribute) and element.kind is AttributeKind.FLAG


def _attribute(element: Symbol | None) -> Attribute | None:
    return element if isinstance(element, Attribute) else None


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
        gone = {id(p.old.element): p for p in here if p.gone and p.old}
        came = {id(p.new.element): p for p in here if p.new is not None and p.old is None and not p.hidden}
        old = [p.old.element for p in gone.values() if p.old is not None]
        new = [p.new.element for p in came.values() if p.new is not None]
        for first, second in renames(old, new):
            yield ExportPair(
                path=gone[id(first)].path, old=gone[id(first)].old, new=came[id(second)].new,
                renamed=came[id(second)].path,
            )  # fmt: skip
