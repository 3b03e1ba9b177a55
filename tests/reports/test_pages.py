"""The catalogue as pages: what a reader finds on them, and that no link leads nowhere."""

import re

import pytest

from virtapi_analyzer.model.change import Severity, Sides
from virtapi_analyzer.model.pair import ClassPair, Pair
from virtapi_analyzer.model.part import MethodPart
from virtapi_analyzer.policy.verdicts import verdicts
from virtapi_analyzer.reports.explanation import ALONE
from virtapi_analyzer.reports.pages import INDEX, MARK, pages
from virtapi_analyzer.rules import catalogue
from virtapi_analyzer.rules.declaration import Hit, Miss, Rule, Wrong

RULE = Rule(
    id="kettle-removed",
    summary="A kettle | pot was removed.",
    subject=ClassPair,
    sides=Sides(caller=Severity.BREAKING, implementer=Severity.POTENTIALLY_BREAKING),
    find=lambda _: iter(()),
    title="Nobody can make tea.",
    text="It is gone.\n\n## What to do instead\n\nKeep it.\n\nFor a cycle.",
    instead="Keep it.",
    evidence=("a morning in May",),
    examples=(
        Hit(old="class Kettle: ...", new="", at=("Kettle",), host=Severity.NON_BREAKING),
        Miss(
            old={"__init__.pyi": "from pkg.a import A", "a.pyi": "class A: ..."},
            new="class A: ...",
            because="It moved.",
            others=("kettle-moved",),
        ),
    ),
)


def written(*rules: Rule) -> dict[str, str]:
    return pages((rule, verdicts(rule.sides)) for rule in rules)


PAGE = f"""\
{MARK}

# kettle-removed

A kettle | pot was removed.

Nobody can make tea.

It is gone.

## Who breaks

- in what drivers implement: may break drivers, breaks the host
- in what the host implements: breaks drivers, may break the host
- in anything else: breaks the host

In the rule's own terms: caller breaking, implementer potentially-breaking.

## What to do instead

Keep it.

For a cycle.

## Examples

### Reported at `Kettle`

Here it is non-breaking for the host.

Old:

```python
class Kettle: ...
```

New: nothing

### Not reported

It moved.

Other rules that speak of this: [kettle-moved](kettle-moved.md).

Old `__init__.pyi`:

```python
from pkg.a import A
```

Old `a.pyi`:

```python
class A: ...
```

New:

```python
class A: ...
```

## Seen in

- a morning in May

[All rules](README.md)
"""


def test_a_page_says_what_changed_who_is_hurt_what_to_do_and_shows_it():
    assert written(RULE)["kettle-removed.md"] == PAGE


def test_the_index_lists_each_rule_once_under_what_it_looks_at():
    index = written(RULE)[INDEX]
    row = "| [kettle-removed](kettle-removed.md) | A kettle \\| pot was removed. | caller breaking, implementer "
    assert f"\n## Classes\n\n| rule | what it flags | who is hurt |\n| --- | --- | --- |\n{row}" in index


def test_what_looks_at_something_new_has_a_place():
    class TeapotPair(Pair[None]):
        pass

    unknown = Rule(**{name: getattr(RULE, name) for name in Rule.__slots__} | {"subject": TeapotPair})
    assert "\n## Other changes\n\n" in written(unknown)[INDEX]


def test_a_rule_on_one_interface_says_when_it_is_asked_and_shows_both_what_is_wrong_and_what_is_right():
    alone = {
        "subject": MethodPart,
        "sides": Sides(),
        "examples": (Wrong(source="class Kettle: ...", at=("Kettle",), right="class Pot: ..."),),
    }
    rule = Rule(**{name: getattr(RULE, name) for name in Rule.__slots__} | alone)
    page = written(rule)["kettle-removed.md"]
    assert ALONE in page
    assert "Who breaks" not in page
    assert "\n\nWrong:\n\n```python\nclass Kettle: ...\n```\n\nRight:\n\n```python\nclass Pot: ...\n```\n" in page
    assert f"\n## What one interface must be like\n\n{ALONE}\n\n| rule |" in written(rule)[INDEX]


@pytest.fixture(scope="module")
def everything() -> dict[str, str]:
    return written(*catalogue())


def test_every_rule_has_its_page_and_its_row(everything):
    assert everything.keys() == {INDEX, *(f"{rule.id}.md" for rule in catalogue())}
    rows = [line for line in everything[INDEX].splitlines() if line.startswith("| [")]
    assert len(rows) == len(set(rows)) == len(catalogue())
    assert "## Other changes" not in everything[INDEX]


def test_no_link_leads_nowhere(everything):
    links = {link for text in everything.values() for link in re.findall(r"\]\(([^)#]+\.md)\)", text)}
    assert links <= everything.keys()


def test_every_block_of_code_is_closed(everything):
    assert [name for name, text in everything.items() if text.count("```") % 2] == []
