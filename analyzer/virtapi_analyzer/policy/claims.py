"""What a report will call breaking, and for whom: this is what a proof is asked of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from virtapi_analyzer.model.change import Change, Severity, Sides
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.policy.audiences import audiences
from virtapi_analyzer.policy.practice import practice_of, sharpened
from virtapi_analyzer.policy.stability import experimental_before
from virtapi_analyzer.prove.claim import Claim, Term

_AUDIENCES = (Role.HOST, Role.DRIVER)


def hurt(change: Change) -> tuple[Severity, Severity]:
    """How bad a change is for the host, and for a driver, where nothing of it was experimental."""
    host, driver = audiences(change)
    return host, sharpened(practice_of(change), driver)


def claims(change: Change, classes: Mapping[str, Class]) -> Iterator[Claim]:
    """The claims that a change makes: one for each audience that it breaks. `classes` are those of the old side."""
    if experimental_before(change.pair, classes):
        return
    for place, (audience, severity) in enumerate(zip(_AUDIENCES, hurt(change), strict=True)):
        if severity is Severity.BREAKING:
            yield Claim(change=change, audience=audience, terms=tuple(_terms(change, place)))


def _terms(change: Change, place: int) -> Iterator[Term]:
    """The terms of the rule that make it breaking for the audience of that place."""
    for term in Term:
        severity = getattr(change.sides, term.value)
        if severity is Severity.BREAKING:
            alone = replace(change, sides=Sides(**{term.value: severity}))
            if audiences(alone)[place] is Severity.BREAKING:
                yield term
