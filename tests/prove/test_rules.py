"""Every rule's own example is proved, or the rule says why none can be. No rule is named here."""

from collections.abc import Sequence
from functools import cache

import pytest

from tests.prove.batch import Proved, Step, proved
from tests.rules.test_examples import FLAGS
from virtapi_analyzer import rules
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.proof import Status
from virtapi_analyzer.rules.declaration import Hit, Rule, Sources
from virtapi_analyzer.rules.prelude import PRELUDE


def steps() -> list[Step]:
    return [
        Step(name=f"{rule.id}-{number}", old=files(example.old), new=files(example.new), flags=FLAGS)
        for rule in rules.catalogue()
        for number, example in enumerate(rule.examples, 1)
        if isinstance(example, Hit)
    ]


def files(sources: Sources) -> dict[str, str]:
    told = {"__init__.pyi": sources} if isinstance(sources, str) else sources
    return {file: PRELUDE + text for file, text in told.items()}


@cache
def everything() -> tuple[Proved, ...]:
    return proved(steps())


def of(rule: Rule) -> Sequence[Proved]:
    return [each for each in everything() if each.change.rule == rule.id]


def breaking(rule: Rule) -> bool:
    sides = rule.sides
    return Severity.BREAKING in (sides.caller, sides.implementer, sides.producer, sides.consumer)


RULES = [pytest.param(rule, id=rule.id) for rule in rules.catalogue() if not rule.alone]


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES)
def test_what_is_breaking_in_an_example_is_proved_or_has_its_reason(rule: Rule) -> None:
    found = of(rule)
    by_hosts = any(isinstance(each, Hit) and each.hosts for each in rule.examples)  # only with these it speaks
    assert found or by_hosts or not breaking(rule), "its examples show nobody broken"
    assert rule.unprovable or not (by_hosts and breaking(rule)), "what hosts show has no witness, and the rule says why"
    assert [each.told for each in found if each.proof.status is Status.NOT_PROVED] == []
    for each in found:
        if each.proof.status is Status.NO_PROOF:
            assert each.proof.answer in (rule.unprovable, rule.unseen), each.told


@pytest.mark.parametrize("rule", RULES)
def test_only_what_is_breaking_says_why_it_cannot_be_proved(rule: Rule) -> None:
    assert None in (rule.unprovable, rule.unseen)
    assert breaking(rule) or (rule.unprovable, rule.unseen) == (None, None)
