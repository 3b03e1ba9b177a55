"""The way back: a driver written for the new version, on a host of the old one.

It is the same comparison with the sides swapped. Each change of the way back belongs to the pair of the same two
elements on the way there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from virtapi_analyzer.compare.versions import Versions
from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair, ExportPair, ModulePair, ParameterPair, owner_of
from virtapi_analyzer.policy.audiences import audiences

Key = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """The changes of the way back, by the pair that they belong to, and what one source is worked out from."""

    back: Mapping[Key, Sequence[Change]]
    versions: Versions

    def of(self, pair: AnyPair) -> Sequence[Change]:
        """The changes of the way back that belong to a pair of the way there."""
        return self.back.get(_key(pair), ())


def forward(back: Iterable[Change], versions: Versions) -> Forward:
    """`back` are the changes from the new version to the old one."""
    found = defaultdict[Key, list[Change]](list)
    for change in back:
        kind, old, new = _key(change.pair)
        found[kind, new, old].append(change)
    return Forward(back=found, versions=versions)


def harm(changes: Iterable[Change]) -> Severity:
    """How bad the way back is for a driver."""
    return max((audiences(change)[1] for change in changes), default=Severity.NON_BREAKING)


def alone(way: Forward, told: Iterable[Change]) -> Iterator[Change]:
    """The changes that hurt somebody on the way back, where nothing is told of their pair on the way there."""
    known = {_key(change.pair) for change in told}
    for key, changes in way.back.items():
        if key not in known:
            yield from (change for change in changes if harm([change]) > Severity.NON_BREAKING)


def _key(pair: AnyPair) -> Key:
    """What tells a pair from all others, whichever side is the old one."""
    kind = type(pair).__name__
    if isinstance(pair, ParameterPair):
        old, new = (f"{side.path}(" if side is not None else None for side in (pair.callable.old, pair.callable.new))
        first, second = (side.name if side is not None else "" for side in (pair.old, pair.new))
        return kind, f"{old}{first}", f"{new}{second}"
    if isinstance(pair, ExportPair | ModulePair):
        renamed = getattr(pair, "renamed", None) or pair.path
        return kind, pair.path if pair.old is not None else None, renamed if pair.new is not None else None
    owner = owner_of(pair)
    around = (owner.old, owner.new) if owner is not None else (None, None)
    places = (
        f"{above.path if above is not None else ''}:{side.path}" if side is not None else None
        for above, side in zip(around, (pair.old, pair.new), strict=True)
    )
    old, new = places
    return kind, old, new
