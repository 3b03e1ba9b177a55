"""What happened? One file a rule: its name, its function and its id are one word, and the folder is the registry.

A rule looks at one pair and yields facts. Who is hurt it says once, in its declaration, in its own terms (caller and
implementer of a class, producer and consumer of a value). Some rules look at a part of one interface instead, and yield
what is wrong with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from virtapi_analyzer.model.change import Change, sides_of
from virtapi_analyzer.model.fault import Fault
from virtapi_analyzer.model.pair import AnyPair, Pair
from virtapi_analyzer.model.part import AnyPart
from virtapi_analyzer.registry import registered
from virtapi_analyzer.rules.declaration import Rule


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule of this folder, by id."""
    return registered(__name__, __path__, Rule)


@cache
def _by_subject() -> dict[type[Pair[Any] | AnyPart], tuple[Rule, ...]]:
    subjects = defaultdict[type[Pair[Any] | AnyPart], list[Rule]](list)
    for rule in catalogue():
        subjects[rule.subject].append(rule)
    return {subject: tuple(rules) for subject, rules in subjects.items()}


def changes(pairs: Iterable[AnyPair]) -> Iterator[Change]:
    """What every rule says of these pairs, each change with its rule and its sides filled in."""
    by_subject = _by_subject()
    for pair in pairs:
        for kind in type(pair).__mro__:
            for rule in by_subject.get(kind, ()):
                for change in rule.find(pair):
                    sides = rule.sides if change.charge is None else sides_of(change.charge)
                    yield replace(change, rule=rule.id, sides=sides)


def faults(parts: Iterable[AnyPart]) -> Iterator[Fault]:
    """What every rule on one interface says of its parts, each fault with its rule filled in."""
    by_subject = _by_subject()
    for part in parts:
        for kind in type(part).__mro__:
            for rule in by_subject.get(kind, ()):
                for fault in rule.find(part):
                    yield replace(fault, rule=rule.id)
