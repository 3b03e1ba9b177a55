"""What was announced and now happens: it breaks who has not moved, and they were told a cycle ago.

What the old side shipped as superseded may go, where its successor was there too; and with it its successor may be
demanded: a method becomes abstract, a field required.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from virtapi_analyzer.compare.lives import elements, resolved
from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import Element
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.policy.subject import declared_before, path_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the old side announced: its elements by path, and of those whose end it announced and whose successor it
    had, the ones that are gone, by the path of that (an empty one where they were to have none)."""

    before: Mapping[str, Element]
    gone: Mapping[str, tuple[str, ...]]


def plan_of(old: Interface | None, new: Interface) -> Plan:
    """What the old side announced of the way to the new one."""
    before = elements(old) if old is not None else {}
    ending = {path: each.contract.superseded for path, each in before.items() if each.contract.superseded is not None}
    now = elements(new) if ending else {}
    gone: dict[str, tuple[str, ...]] = {}
    for path, superseded in ending.items():
        successor = "" if superseded.by is None else resolved(superseded.by, path, before)
        if successor is not None and path not in now:
            gone[successor] = (*gone.get(successor, ()), path)
    return Plan(before=before, gone=gone)


def planned(change: Change, plan: Plan) -> str | None:
    """Why a change is as was announced, to follow its message; None where it is not."""
    path = path_before(change.pair)
    if change.removal:
        declared = declared_before(change.pair)
        superseded = declared.superseded
        if ended := _body_of(declared.body_of, plan):
            return f"as planned: it was there for the cycle of {_named(ended)}"
        if superseded is None or not any(path in gone for gone in plan.gone.values()):
            return None
        by = f" by `{superseded.by}`" if superseded.by else ""
        return f"as planned: superseded{by} since {superseded.since}"
    if change.completes and path is not None and path in plan.gone:
        return f"as planned: it is in the place of {_named(plan.gone[path])}, which is gone"
    if isinstance(change.pair, CallablePair) and change.pair.raises_gone and change.withdraws:
        gone = frozenset(path for paths in plan.gone.values() for path in paths)
        if gone.issuperset(change.pair.raises_gone):
            return f"as planned: {_named(change.pair.raises_gone)} was superseded, and is gone"
    return None


def _body_of(method: str | None, plan: Plan) -> tuple[str, ...]:
    """What is gone that a function was the body of, or whose successor it was the body of."""
    if method is None:
        return ()
    ended = [
        path
        for new, gone in plan.gone.items()
        for path in gone
        if any(each.endswith(f".{method}") for each in (new, path))
    ]
    return tuple(ended)


def _named(paths: tuple[str, ...]) -> str:
    return " and ".join(f"`{path.rpartition('.')[2]}`" for path in paths)
