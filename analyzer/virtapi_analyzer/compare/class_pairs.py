"""The classes that are on both sides, and what became of their bases."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from virtapi_analyzer.compare.likeness import renames
from virtapi_analyzer.compare.sides import Sides, exported
from virtapi_analyzer.model.element import Class, ClassKind, Export
from virtapi_analyzer.model.interface import Flow, Interface
from virtapi_analyzer.model.pair import ClassPair, is_private


def class_pairs(sides: Sides, renamed: Mapping[str, str]) -> list[ClassPair]:
    """The classes that are on both sides: under a name that both export, renamed, or reached at one path."""
    matched: dict[str, tuple[str, str]] = {}
    for path, module in sides.old.modules.items():
        for name, export in module.names.items():
            other = _new_export(sides, path, name, renamed.get(f"{path}.{name}"))
            if isinstance(export.element, Class) and other is not None and isinstance(other.element, Class):
                matched.setdefault(export.element.path, (f"{path}.{name}", other.element.path))
    taken = {new for _, new in matched.values()}
    for path in sides.old.classes:
        if path not in matched and path in sides.new.classes and path not in taken and not _hidden(sides, path):
            matched[path] = (path, path)
    _match_nested(sides, matched)
    counterparts = {old: new for old, (_, new) in matched.items()}
    back = {new: old for old, new in counterparts.items()}
    pairs = [_class(sides, old, public, new, counterparts, back) for old, (public, new) in matched.items()]
    by_old = {pair.old.path: pair for pair in pairs if pair.old is not None}
    return [_own_bases(pair, by_old) for pair in pairs]


def _match_nested(sides: Sides, matched: dict[str, tuple[str, str]]) -> None:
    """Add the classes inside matched classes: of the same name, or renamed. Then those that they only inherit."""
    _match_inside(sides, matched, inherited=False)
    _match_inside(sides, matched, inherited=True)


def _match_inside(sides: Sides, matched: dict[str, tuple[str, str]], *, inherited: bool) -> None:
    taken = {new for _, new in matched.values()}
    waiting = list(matched)
    while waiting:
        outer = waiting.pop()
        public, now = matched[outer]
        inside = (_inner(side, inherited=inherited) for side in (sides.old.classes[outer], sides.new.classes[now]))
        old, new = (
            {name: kind for name, kind in inner if kind.path not in known and not _hidden(sides, kind.path)}
            for inner, known in zip(inside, (matched, taken), strict=True)
        )
        same = [(kind, new[name]) for name, kind in old.items() if name in new]
        others = ([k for n, k in one.items() if n not in two] for one, two in ((old, new), (new, old)))
        for first, second in (*same, *renames(*others)):
            matched[first.path] = (f"{public}.{first.name}", second.path)
            waiting.append(first.path)


def _hidden(sides: Sides, path: str) -> bool:
    """Whether this is a private class inside another one, and nothing that people know mentions it."""
    outer, _, name = path.rpartition(".")
    inside = outer in sides.old.classes or outer in sides.new.classes
    return inside and is_private(name) and not sides.roles(path) and sides.flow(path) is Flow.NOWHERE


def _new_export(sides: Sides, module: str, name: str, renamed: str | None) -> Export | None:
    place, _, known = (renamed or f"{module}.{name}").rpartition(".")
    there = sides.new.modules.get(place)
    return there.names.get(known) if there is not None else None


def _class(
    sides: Sides, old: str, public: str, new: str, counterparts: Mapping[str, str], back: Mapping[str, str]
) -> ClassPair:
    first, second = sides.old.classes[old], sides.new.classes[new]
    before = [counterparts.get(path, path) for path in first.mro]
    return ClassPair(
        path=public,
        old=first,
        new=second,
        roles=sides.roles(old, new),
        flow=sides.flow(old, new),
        lost=tuple(back.get(p, p) for p in before if p not in second.mro and _known(sides.old, back.get(p, p))),
        gained=tuple(p for p in second.mro if p not in before and _known(sides.new, p)),
        undefined=second.abstract_members if _instantiable(first) and second.kind is not ClassKind.PROTOCOL else (),
        metaclasses=_metaclasses(first, second),
    )


def _known(side: Interface, path: str) -> bool:
    """Whether a person may know a base: it is not a class of the package that nothing exports."""
    return path not in side.classes or exported(side, path)


def _own_bases(pair: ClassPair, by_old: Mapping[str, ClassPair]) -> ClassPair:
    """The pair without what its bases' own pairs tell of: the bases that came and went through another one, that
    neither can be instantiated any more, and the same metaclass."""
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
        metaclasses=None if pair.metaclasses in [base.metaclasses for base in still] else pair.metaclasses,
    )


def _metaclasses(old: Class, new: Class) -> tuple[str | None, str | None] | None:
    return (old.metaclass, new.metaclass) if old.metaclass != new.metaclass else None


def _inner(outer: Class, *, inherited: bool) -> Iterator[tuple[str, Class]]:
    """The classes inside a class, defined there or named there, or inherited."""
    for name, member in outer.members.items():
        if isinstance(member.element, Class) and (inherited or member.owner == outer.path):
            yield name, member.element


def _instantiable(side: Class) -> bool:
    """Whether Python makes objects of a class, as far as its members say."""
    return side.kind is not ClassKind.PROTOCOL and not side.abstract_members
