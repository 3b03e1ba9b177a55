"""The superseded methods of a driver's interfaces, and what the driver defines of each and of its successor."""

from collections.abc import Iterator
from dataclasses import dataclass

from virtapi_analyzer.drivers.part import DriverPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One superseded method and its successor, None where it has none among what the driver inherits.

    `…_is_released` says that the driver has it from the release, and does not define it. `definer` is the class whose
    `old` the driver uses.
    """

    old: str
    new: str | None
    since: str
    definer: str
    old_is_released: bool
    new_is_released: bool
    new_is_abstract: bool
    falls_back: bool


def transitions(part: DriverPart) -> Iterator[Transition]:
    """Every superseded method that the driver inherits, once."""
    seen: set[str] = set()
    for found in part.interfaces:
        for name, member in found.members.items():
            if member.superseded_since is None or name in seen or member.kind != "function":
                continue
            seen.add(name)
            successor = (member.superseded_by or "").rpartition(".")[2]
            new = next((each.members[successor] for each in part.interfaces if successor in each.members), None)
            yield Transition(
                old=name,
                new=successor if new is not None else None,
                since=member.superseded_since,
                definer=part.definer.get(name, ""),
                old_is_released=_released(part, name),
                new_is_released=new is not None and _released(part, successor),
                new_is_abstract=new is not None and new.abstract,
                falls_back=new is not None and not member.abstract,
            )


def _released(part: DriverPart, name: str) -> bool:
    """Whether what the driver has under a name comes from the release."""
    definer = part.definer.get(name)
    return definer is None or definer in part.release.classes
