"""Which exceptions a function may let out that it did not before, and which no longer.

A declared exception stands for its subclasses too: what another one still covers has not gone, and what another one
covered before has not come.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from virtapi_analyzer.interface.resolution import standard_order
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import CallablePair

P = TypeVar("P", bound=CallablePair)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hierarchy:
    """The classes of both sides; `counterparts` leads from the path of a class on the old side to that on the new."""

    before: Mapping[str, Class]
    after: Mapping[str, Class]
    counterparts: Mapping[str, str]


def with_exceptions(pair: P, known: Hierarchy) -> P:
    """The pair with what came and went of its exceptions. What is documented counts where nothing is declared."""
    if pair.both is None:
        return pair
    old, new = pair.both
    declared = old.contract.raises, new.contract.raises
    if declared[0] is not None and declared[1] is not None:
        gone, came = _turnover(declared[0], declared[1], known)
        return replace(pair, raises_gone=gone, raises_came=came)
    if declared == (None, None):
        gone, came = _turnover(old.raises_documented, new.raises_documented, known)
        return replace(pair, documented_gone=gone, documented_came=came)
    return pair


def _turnover(old: Iterable[str], new: Iterable[str], known: Hierarchy) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before, after = {known.counterparts.get(path, path): path for path in old}, set(new)
    back = {now: path for path, now in known.counterparts.items()}
    gone = [path for now, path in before.items() if not _covered(now, after, known.after)]
    came = [
        path
        for path in after
        if not _covered(back.get(path, path), before.values(), known.before) and not _covered(path, before, known.after)
    ]
    return tuple(sorted(gone)), tuple(sorted(came))


def _covered(path: str, by: Collection[str], classes: Mapping[str, Class]) -> bool:
    """Whether an exception is one of these, or derives from one of them."""
    above = classes[path].mro if path in classes else standard_order(path)
    return path in by or any(base in by for base in above)
