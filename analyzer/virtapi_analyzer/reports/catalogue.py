"""The list of all rules, for people, for programs, and as the page beside them."""

import json as encoder
from collections.abc import Iterable

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.rules.declaration import Rule

_PAGE = """\
# Rules

Each is a file of this folder, which holds its text, its examples and its evidence: `virtapi explain RULE` shows them.
A rule says whom it hurts in its own terms, *caller* and *implementer* of a class, *producer* and *consumer* of a value.
What drivers implement, the host calls; what the host implements, drivers call; a value's producer is the side that it
flows from. Where binding or a type checker decides a single case, that counts: it may be milder than what stands here.

This page is generated: `virtapi rules --format markdown`. A dash says that the side is not hurt.

| rule | what it flags | caller | implementer | producer | consumer |
| --- | --- | --- | --- | --- | --- |
"""

_ALONE = """
Some judge one interface, or a host, by itself. They hurt nobody between two versions; what is wrong with the interface
is denied by default, what is wrong with the host is warned of.

| rule | what it flags |
| --- | --- |
"""


def catalogue_text(rules: Iterable[Rule]) -> str:
    """One line a rule."""
    rules = list(rules)
    width = max((len(rule.id) for rule in rules), default=0)
    return "".join(f"{rule.id:{width}}  {rule.summary}\n" for rule in rules)


def catalogue_json(rules: Iterable[Rule]) -> str:
    """A list of objects, one a rule."""
    return encoder.dumps([_described(rule) for rule in rules], indent=2, ensure_ascii=False) + "\n"


def catalogue_markdown(rules: Iterable[Rule]) -> str:
    """The page that stands beside the rules."""
    rules = list(rules)
    compared = "".join(_row(rule) for rule in rules if not rule.alone)
    return _PAGE + compared + _ALONE + "".join(_row(rule) for rule in rules if rule.alone)


def _described(rule: Rule) -> dict[str, object]:
    sides = rule.sides
    return {
        "rule": rule.id,
        "summary": rule.summary,
        "title": rule.title,
        "text": rule.text,
        "instead": rule.instead,
        "severity": None
        if rule.alone
        else {
            "caller": str(sides.caller),
            "implementer": str(sides.implementer),
            "producer": str(sides.producer),
            "consumer": str(sides.consumer),
        },
        "evidence": list(rule.evidence),
    }


def _row(rule: Rule) -> str:
    sides = rule.sides
    hurt = [_cell(each) for each in (sides.caller, sides.implementer, sides.producer, sides.consumer)]
    file = rule.id.replace("-", "_")
    summary = rule.summary.replace("|", "\\|")
    cells = [f"[{rule.id}]({file}.py)", summary, *([] if rule.alone else hurt)]
    return f"| {' | '.join(cells)} |\n"


def _cell(severity: Severity) -> str:
    return str(severity) if severity > Severity.NON_BREAKING else "-"
