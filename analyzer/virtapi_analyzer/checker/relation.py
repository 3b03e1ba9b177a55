"""How the types of two versions relate, place by place, as mypy's own subtype relation has it.

The two versions are built under the same names, the old one first; then the old types are moved into the new world by
full name. So classes are compared by name, whatever became of their bodies, and each `Any` of the old side is an
unknown class of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mypy.checker_state import checker_state
from mypy.subtypes import is_proper_subtype, is_subtype
from mypy.types import CallableType, Overloaded, Type, TypeVarLikeType

from virtapi_analyzer.checker.generics import as_base, variance, vary
from virtapi_analyzer.checker.intersection import common
from virtapi_analyzer.checker.isolation import MEMORY
from virtapi_analyzer.checker.message import Message
from virtapi_analyzer.checker.moving import Crossing, Moving, Variables
from virtapi_analyzer.checker.overloading import called, overridden, set_of
from virtapi_analyzer.checker.salvaging import Salvaged, naming, salvage
from virtapi_analyzer.checker.types_of_places import Found, found
from virtapi_analyzer.checker.world import CannotBuildError, Files, World
from virtapi_analyzer.model.relation import Place, PlaceKind, Relation, Unjudged, Verdict

Answer = Verdict | Unjudged


def relate(
    old: Files, new: Files, places: Sequence[Place], *, cache: Path, renamed: Mapping[str, str] | None = None
) -> tuple[Answer, ...]:
    """What mypy says of each place, in order. `renamed` maps old paths of classes to new ones where they differ.

    What cannot be judged (mypy cannot read a side, or refuses a type, or does not know a name that only one side has)
    is told as such.
    """
    try:
        before = salvage(old, cache)
    except CannotBuildError as error:
        return tuple(_blocked(place, error.complaint, old=True) for place in places)
    try:
        after = salvage(new, cache)
    except CannotBuildError as error:
        return tuple(_blocked(place, error.complaint, old=False) for place in places)
    answers = _asked(before, after, places, renamed or {})
    refused = {place for place, answer in answers.items() if isinstance(answer, Unjudged)}
    if refused:
        named = naming(before, cache), naming(after, cache)
        if named != (before, after):
            again = _asked(*named, refused, renamed or {})
            answers |= {place: answer for place, answer in again.items() if isinstance(answer, Verdict)}
    return tuple(answers[place] for place in places)


def _asked(old: Salvaged, new: Salvaged, places: Iterable[Place], renamed: Mapping[str, str]) -> dict[Place, Answer]:
    judge = _Judge(old=old, new=new, crossing=Crossing(old=old.world, new=new.world, renamed=renamed))
    with checker_state.set(new.world.checker):
        return {place: judge.answer(place) for place in places}


def _blocked(place: Place, complaint: Message | None, *, old: bool) -> Unjudged:
    reason = complaint.text if complaint is not None else "mypy could not go on"
    file, line = (complaint.file, complaint.line) if complaint is not None else (None, None)
    return Unjudged(path=place.old, reason=reason, file=file, line=line, old=old)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    old: Salvaged
    new: Salvaged
    crossing: Crossing

    def answer(self, place: Place) -> Answer:
        if place.kind is PlaceKind.FORMS:
            return self._of_forms(place)
        if place.kind is PlaceKind.VARIANCE:
            return self._of_variance(place)
        before, after = _found(self.old.world, place, old=True), _found(self.new.world, place, old=False)
        if before is None or after is None:
            return self._nothing(place, "mypy knows no type there", old=before is None)
        move = Moving(crossing=self.crossing, variables=_same(before.variables, after.variables))
        keep = Moving(crossing=self.crossing, old=False)
        first, second = before.type.accept(move), after.type.accept(keep)
        if move.seen.broken or keep.seen.broken:
            return self._refused(place, old=move.seen.broken)
        verdict = _verdict(first, second)
        if verdict.relation is not Relation.EQUAL and move.seen.missing != keep.seen.missing:
            names = sorted(move.seen.missing ^ keep.seen.missing)
            return self._refused(place, old=not keep.seen.missing.issuperset(names), names=names)
        relation = verdict.relation
        if before.whole is not None and after.whole is not None and (before.variables or after.variables):
            relation = self._as_a_whole(relation, before.whole, after.whole, returns=place.kind is PlaceKind.RETURN)
        unrelated = relation is Relation.UNRELATED
        returned = place.kind is PlaceKind.RETURN
        both = common(first, second, self.new.world.checker, returned=returned) if unrelated else None
        return Verdict(
            relation=relation,
            rests_on_any=verdict.rests_on_any or move.seen.any,
            common=both,
        )

    def _of_variance(self, place: Place) -> Answer:
        classes = self.old.world.class_(place.old), self.new.world.class_(place.new)
        old, new = (variance(each, place.index or 0) if each is not None else None for each in classes)
        if old is None or new is None:
            return self._nothing(place, "mypy knows no such type variable", old=old is None)
        return Verdict(relation=vary(old, new))

    def _of_forms(self, place: Place) -> Answer:
        before, after = (
            set_of(side.world.node(path)[1]) for side, path in ((self.old, place.old), (self.new, place.new))
        )
        if before is None or after is None:
            return self._nothing(place, "mypy knows no types of its forms", old=before is None)
        move, keep = Moving(crossing=self.crossing), Moving(crossing=self.crossing, old=False)
        old, new = before.accept(move), after.accept(keep)
        assert isinstance(old, CallableType | Overloaded) and isinstance(new, CallableType | Overloaded)
        if move.seen.broken or keep.seen.broken or move.seen.missing != keep.seen.missing:
            names = sorted(move.seen.missing ^ keep.seen.missing)
            return self._refused(place, old=move.seen.broken, names=names)
        relation = _RELATIONS[called(old, new, self.new.world.checker), overridden(old, new)]
        return Verdict(relation=relation, rests_on_any=move.seen.any)

    def _as_a_whole(self, relation: Relation, old: CallableType, new: CallableType, *, returns: bool) -> Relation:
        """The relation, less what a call or an override of the whole function shows to be none: a variable that left
        one place may be chosen so that it fits all the same."""
        first = old.accept(Moving(crossing=self.crossing))
        second = new.accept(Moving(crossing=self.crossing, old=False))
        implemented, taken_as = is_subtype(first, second), is_subtype(second, first)
        kept, taken = (implemented, taken_as) if not returns else (taken_as, implemented)
        wider = relation in (Relation.WIDER, Relation.UNRELATED) and not kept
        narrower = relation in (Relation.NARROWER, Relation.UNRELATED) and not taken
        return _RELATIONS[not narrower, not wider]

    def _nothing(self, place: Place, why: str, *, old: bool) -> Unjudged:
        side, path = (self.old, place.old) if old else (self.new, place.new)
        file, line, _ = _lines(side.world, path)
        said = side.lost.get(file)
        reason, line = (said.text, said.line) if said is not None else (why, line)
        return Unjudged(path=place.old, reason=reason, file=file or None, line=line, old=old)

    def _refused(self, place: Place, *, old: bool, names: Sequence[str] = ()) -> Unjudged:
        side, path, name = (self.old, place.old, place.old_name) if old else (self.new, place.new, place.new_name)
        file, first, last = _lines(side.world, path)
        said = (each for each in side.world.complaints if each.file == file and first <= each.line <= last)
        complaint = next(said, None)
        where = f"the parameter `{name}` of `{path}`" if name else f"`{path}`"
        nobody = f"{where} names {', '.join(names)}, which is not there to be looked at"
        reason = complaint.text if complaint else nobody if names else f"mypy refuses the type of {where}"
        return Unjudged(path=place.old, reason=reason, file=file, line=complaint.line if complaint else first, old=old)


def _found(world: World, place: Place, *, old: bool) -> Found | None:
    path, name = (place.old, place.old_name) if old else (place.new, place.new_name)
    if place.kind is not PlaceKind.BASE:
        return found(world, place.kind, path, name, place.index)
    info, base = world.class_(path), world.class_(name if "." in name else f"builtins.{name}")
    as_it_is = as_base(info, base) if info is not None and base is not None else None
    return Found(type=as_it_is) if as_it_is is not None else None


def _lines(world: World, path: str) -> tuple[str, int, int]:
    """The file of an element, and its first line and its last; no file where it is in no module."""
    _, node = world.node(path)
    module = world.modules.get(world.module_of(path))
    file = module.path.removeprefix(MEMORY) if module is not None else ""
    return (file, node.line, node.end_line or node.line) if node is not None else (file, 1, 1)


def _same(old: Iterable[TypeVarLikeType], new: Iterable[TypeVarLikeType]) -> Variables:
    """Which type variables of two signatures are the same ones: those of one number, as they appear."""
    return {first.id: second for first, second in zip(old, new, strict=False)}


_RELATIONS = {
    (True, True): Relation.EQUAL,
    (True, False): Relation.WIDER,
    (False, True): Relation.NARROWER,
    (False, False): Relation.UNRELATED,
}
"""By whether the new type takes every value of the old one, and the old one every value of the new."""


def _verdict(old: Type, new: Type) -> Verdict:
    wider, narrower = is_subtype(old, new), is_subtype(new, old)
    relation = _RELATIONS[wider, narrower]
    strict = is_proper_subtype(old, new), is_proper_subtype(new, old)
    return Verdict(relation=relation, rests_on_any=strict != (wider, narrower))
