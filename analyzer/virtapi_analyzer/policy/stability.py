"""What was experimental could change at any time: whatever breaks it now breaks no promise.

The fact stays a finding, which says why it is not called breaking. What became experimental or stable is judged like
any other change, since only the mark on the old side is a promise that somebody could rely on.
"""

from collections.abc import Mapping

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import AnyPair, ClassPair, owner_of
from virtapi_analyzer.policy.subject import declared_before

REASON = "it was experimental, and could change at any time"


def experimental_before(pair: AnyPair, classes: Mapping[str, Class]) -> bool:
    """Whether the element itself, or a class around it, was experimental on the old side.

    `classes` are those of the old side by path. What an experimental class hands down to a stable one is part of the
    stable one.
    """
    owner = owner_of(pair)
    inside = pair.old if isinstance(pair, ClassPair) else owner.old if owner is not None else None
    path = inside.path if inside is not None else ""
    while path in classes and not classes[path].contract.experimental:
        path = path.rpartition(".")[0]
    return declared_before(pair).experimental or path in classes


def softened(severity: Severity) -> Severity:
    """How bad a change of what was experimental is at most."""
    return min(severity, Severity.NON_BREAKING)


def explained(change: Change) -> str:
    """The message of such a change, with the reason why it is not called breaking."""
    return f"{change.message}; {REASON}"
