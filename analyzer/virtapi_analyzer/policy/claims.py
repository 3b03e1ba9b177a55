"""What a report will call breaking, and for whom: this is what a proof is asked of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from virtapi_analyzer.model.change import Change, Severity, Sides
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.policy.audiences import audiences
from virtapi_analyzer.policy.practice import sharpened, told_by_host
from virtapi_analyzer.policy.stability import experimental_before
from virtapi_analyzer.prove.claim import Claim, Term

_AUDIENCES = (Role.HOST, Role.DRIVER)


def hurt(change: Change) -> tuple[Severity, Severity]:
    """How bad a change is for the host, and for a driver, where nothing of it was experimental."""
    host, driver = audiences(change)
    return sharpened(told_by_host(change), host=host, driver=driver)


def claims(change: Change, classes: Mapping[str, Class]) -> Iterator[Claim]:
    """The claims that a change makes: one for each audience that it breaks. `classes` are those of the old side."""
    if experimental_before(change.pair, classes):
        return
    for place, (audience, severity) in enumerate(zip(_AUDIENCES, hurt(change), strict=True)):
        if severity is Severity.BREAKING:
            terms = tuple(_terms(change, place, Severity.BREAKING))
            # what only may break by its rule is breaking where a host's own calls say so
            terms = terms or tuple(_terms(change, place, Severity.POTENTIALLY_BREAKING))
            yield Claim(change=change, audience=audience, terms=terms)


def _terms(change: Change, place: int, severity: Severity) -> Iterator[Term]:
    """The terms of the rule that make it so bad for the audience of that place."""
    for term in Term:
        if getattr(change.sides, term.value) is severity:
            alone = replace(change, sides=Sides(**{term.value: severity}))
            if audiences(alone)[place] is severity:
                yield term
