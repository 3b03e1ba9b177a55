"""What mypy says of the types of two versions, written on the pairs; mypy is imported only where a type differs.

In the normal form what is only respelled is equal, and aliases are what they stand for. Where it differs, mypy is
asked; a class is its name there, whatever became of it, since what became of it is told once, by its own pair.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from virtapi_analyzer.compare.typed_places import places
from virtapi_analyzer.interface.library import decoded
from virtapi_analyzer.interface.record import Read
from virtapi_analyzer.model.charge import Charge, Failing, Failure
from virtapi_analyzer.model.pair import (
    AnyPair,
    AttributePair,
    CallablePair,
    ClassPair,
    FieldPair,
    ItemPair,
    KeyPair,
    OverloadPair,
    ParameterPair,
    PropertyPair,
)
from virtapi_analyzer.model.relation import Place, PlaceKind, Relation, Unjudged, Verdict

Answer = Verdict | Unjudged


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The pairs with what mypy says of their types, and what it could not say, each once."""

    pairs: tuple[AnyPair, ...]
    unjudged: tuple[Unjudged, ...] = ()


def typed(pairs: Sequence[AnyPair], old: Read, new: Read, *, cache: Path) -> Typed:
    """Ask mypy of every type that differs. `old` and `new` are the files that the two interfaces were read from;
    `cache` is a folder where mypy may keep what it knows of typeshed."""
    classes = renamed(pairs)
    asked = {id(pair): found for pair in pairs if (found := tuple(places(pair, classes)))}
    if not asked:
        return Typed(pairs=tuple(pairs))
    from virtapi_analyzer.checker.relation import relate

    every = tuple(dict.fromkeys(place for found in asked.values() for place in found))
    answers = relate(texts(old), texts(new), every, cache=cache, renamed=classes)
    known: Mapping[Place, Answer] = dict(zip(every, answers, strict=True))
    told = tuple(_told(pair, {place: known[place] for place in asked.get(id(pair), ())}) for pair in pairs)
    unjudged = (answer for answer in answers if isinstance(answer, Unjudged))
    return Typed(pairs=told, unjudged=tuple(dict.fromkeys(_located(answer, old, new) for answer in unjudged)))


def texts(files: Read) -> Mapping[str, str]:
    """What was read, decoded, by path in the tree."""
    return {file: decoded(data, files.tree.locate(file)) for file, data in files.files.items()}


def _located(answer: Unjudged, old: Read, new: Read) -> Unjudged:
    tree = old.tree if answer.old else new.tree
    return answer if answer.file is None else replace(answer, file=tree.locate(answer.file))


def renamed(pairs: Iterable[AnyPair]) -> Mapping[str, str]:
    """The classes that have another path on the new side, by the old one."""
    classes = (pair.both for pair in pairs if isinstance(pair, ClassPair) and pair.both is not None)
    return {old.path: new.path for old, new in classes if old.path != new.path}


def _told(pair: AnyPair, answers: Mapping[Place, Answer]) -> AnyPair:
    verdicts = {place: answer for place, answer in answers.items() if isinstance(answer, Verdict)}
    bound = next((each for place, each in verdicts.items() if _of_bound(place) and _says(each)), None)
    type_ = next((each for place, each in verdicts.items() if not _of_bound(place)), None)
    if bound is None and type_ is None:
        return pair
    match pair:
        case CallablePair():
            return replace(pair, returns=type_, bound=bound)
        case ClassPair():
            return replace(pair, bound=bound, **_of_class(pair, verdicts))
        case PropertyPair():
            return replace(pair, types=_first(verdicts, PlaceKind.VALUE), takes=_first(verdicts, PlaceKind.SETTER))
        case OverloadPair() if type_ is not None:
            charge = _charged(pair.charge or Charge(), type_.relation)
            return replace(pair, charge=charge, rests_on_any=type_.rests_on_any)
        case ParameterPair() | AttributePair() | FieldPair() | ItemPair() | KeyPair():
            return replace(pair, types=type_ or bound)
        case _:
            return pair


def _first(verdicts: Mapping[Place, Verdict], kind: PlaceKind) -> Verdict | None:
    return next((verdict for place, verdict in verdicts.items() if place.kind is kind), None)


def _of_class(pair: ClassPair, verdicts: Mapping[Place, Verdict]) -> dict[str, Any]:
    """What the fields of a class's pair say of the types of its bases, and of the variance of its parameters."""
    parameters = pair.old.parameters if pair.old is not None else ()
    varied = (
        (parameters[place.index or 0], each) for place, each in verdicts.items() if place.kind is PlaceKind.VARIANCE
    )
    return {
        "variances": tuple(varied),
        "retyped": tuple((place.old_name, each) for place, each in verdicts.items() if place.kind is PlaceKind.BASE),
    }


def _charged(charge: Charge, relation: Relation) -> Charge:
    """What binding says of an overload set, and mypy of what binding cannot see, for those who call it and those who
    override it."""
    narrower, wider = (relation in (each, Relation.UNRELATED) for each in (Relation.NARROWER, Relation.WIDER))
    return replace(charge, caller=_failure(charge.caller, narrower), implementer=_failure(charge.implementer, wider))


def _failure(found: Failure | None, hurt: bool) -> Failure | None:
    if found is not None and found.failing not in (Failing.UNTYPED, Failing.RETYPED):
        return found
    return Failure(call=found.call if found is not None else "", failing=Failing.UNTYPED) if hurt else None


def _of_bound(place: Place) -> bool:
    return place.kind is PlaceKind.BOUND


def _says(verdict: Verdict) -> bool:
    return verdict.relation is not Relation.EQUAL
