"""Two overload sets, judged by the calls that they take: each the union of what its forms take.

A plain signature is a set of one. What both sides have in the same words needs no judgement; of every other form it is
asked whether the whole other side takes its calls.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from virtapi_analyzer.compare.coverage import LEVELS, covers, lost
from virtapi_analyzer.compare.forms import same
from virtapi_analyzer.model.charge import Charge, Failing, Failure
from virtapi_analyzer.model.element import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnover:
    """What became of the forms of an overload set.

    `kept` are the forms that both sides have, `before` and `after` those that one side alone has in these words. `gone`
    are those of them with calls that the new side does not take, `came` those with calls that the old side does not
    take, as far as can be seen; `charge` is what that does to callers and implementers. `reordered` says that forms
    that both sides have changed places.
    """

    kept: tuple[tuple[Signature, Signature], ...]
    before: tuple[Signature, ...]
    after: tuple[Signature, ...]
    gone: tuple[Signature, ...]
    came: tuple[Signature, ...]
    charge: Charge
    reordered: bool


def turnover(old: Sequence[Signature], new: Sequence[Signature], *, overridden: bool = True) -> Turnover:
    """Compare two overload sets; `overridden` says that somebody may override them."""
    kept = same(old, new)
    known, places = [place for place, _ in kept], [place for _, place in kept]
    before = [form for place, form in enumerate(old) if place not in known]
    after = [form for place, form in enumerate(new) if place not in places]
    forward = [(form, failure) for form in before if (failure := lost(form, new)) is not None]
    backward = [(form, failure) for form in after if (failure := lost(form, old)) is not None]
    gone, came = tuple(form for form, _ in forward), tuple(form for form, _ in backward)
    caller = _worst(_certain(failure, replaced=bool(came)) for _, failure in forward)
    implementer = _worst(_certain(failure, replaced=bool(gone)) for _, failure in backward)
    joined = [form for form in after if form not in came and not any(covers(other, form) for other in old)]
    joined = joined if overridden else []
    if joined and implementer is None:
        implementer = Failure(call="", failing=Failing.JOINED)
    return Turnover(
        kept=tuple((old[first], new[second]) for first, second in kept),
        before=tuple(before),
        after=tuple(after),
        gone=gone or (tuple(before) if joined else ()),
        came=(*came, *joined),
        charge=Charge(caller=caller, implementer=implementer),
        reordered=places != sorted(places),
    )


def _certain(failure: Failure, *, replaced: bool) -> Failure:
    """The failure, which is certain where no form came that may take calls of the types in question."""
    if failure.failing is Failing.RETYPED and not replaced:
        return replace(failure, failing=Failing.UNTYPED)
    return failure


def _worst(failures: Iterable[Failure]) -> Failure | None:
    order = (*LEVELS[:2], Failing.UNTYPED, *LEVELS[2:])
    return min(failures, key=lambda failure: order.index(failure.failing), default=None)
