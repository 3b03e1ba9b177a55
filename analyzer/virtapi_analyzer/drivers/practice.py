"""What a host's own calls make of an override: where they decide, what no call runs into is no mistake."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtapi_analyzer.drivers.part import MemberPart
from virtapi_analyzer.drivers.release import Release
from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.diagnostic import Weight

if TYPE_CHECKING:
    from virtapi_analyzer.interface.receivers import Vocabulary
    from virtapi_analyzer.model.call import Call, Misfit


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """That calls of a host run into an override: the worst of them, how, in how many places, and how surely."""

    failing: Failing
    words: str
    weight: Weight


def vocabulary(release: Release, receivers: Sequence[str]) -> "Vocabulary":
    """What of a release shows in a host's source; `receivers` are globs over the names that it gives to its drivers."""
    from virtapi_analyzer.interface.hosts import RECEIVERS  # imports griffe, which is not needed without a host
    from virtapi_analyzer.interface.receivers import Vocabulary

    driven = [found for found in release.classes.values() if found.implemented_by_drivers]
    methods = {name for found in driven for name, member in found.members.items() if member.kind == "function"}
    return Vocabulary(
        package=release.package,
        classes=frozenset(found.path.rpartition(".")[2] for found in driven),
        methods=frozenset(name for name in methods if not name.startswith("_")),
        names=tuple(receivers) or RECEIVERS,
    )


def calls_decide(part: MemberPart) -> bool:
    """Whether a host was looked at whose calls count, and not what the release declares."""
    return part.host is not None and not part.strict


def run(part: MemberPart) -> Run | None:
    """What the host's calls run into; None where none of those that can be seen does."""
    from virtapi_analyzer.compare.binding import misfit  # most runs know of no host

    assert part.host is not None and part.mine.signature is not None
    declared = part.theirs.signature if part.theirs is not None else None
    found = [
        (call, misfit_)
        for call in part.host.of(part.mine.name)
        if (misfit_ := misfit(call.arguments, part.mine.signature, declared=declared)) is not None
        and misfit_.failing is not Failing.PERMUTED
        and (declared is None or misfit(call.arguments, declared) is None)
    ]
    if not found:
        return None
    now = [each for each in found if not each[0].after]
    return _run(now or found, weight=Weight.ERROR if now else Weight.WARNING)


def in_doubt(part: MemberPart) -> bool:
    """Whether the host may call the method in a way that nobody can see."""
    if part.host is None:
        return True
    from virtapi_analyzer.compare.binding import misfit

    declared = part.theirs.signature if part.theirs is not None else None
    calls = part.host.of(part.mine.name)
    if declared is not None and any(misfit(call.arguments, declared) is not None for call in calls):
        return True  # the host is of another version
    return part.host.sight.partial or any(call.arguments.open for call in calls)


def _run(found: "Sequence[tuple[Call, Misfit]]", *, weight: Weight) -> Run:
    """Calls that do not bind come before those that only misdirect."""
    worst = next((each for each in found if each[1].failing is Failing.UNBOUND), found[0])
    call, how = worst
    others = len(found) - 1
    more = f" ({others} more call{'' if others == 1 else 's'} fail{'s' if others == 1 else ''})" if others else ""
    place = f"{call.location.file}:{call.location.line}" + (f" in {call.function}" if call.function else "")
    after = f", after it raised {' or '.join(call.after)}" if call.after else ""
    return Run(failing=how.failing, words=f"the call at {place}{after}: {how.reason}{more}", weight=weight)
