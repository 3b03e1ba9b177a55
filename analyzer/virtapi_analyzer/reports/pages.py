"""The catalogue as a folder of pages: an index by subject, and a page a rule."""

from collections.abc import Iterable, Iterator, Mapping

from virtapi_analyzer.model.life import Life
from virtapi_analyzer.model.pair import (
    AttributePair,
    CallablePair,
    ClassPair,
    ExportPair,
    FieldPair,
    FunctionPair,
    ItemPair,
    KeyPair,
    MemberPair,
    MethodPair,
    ModulePair,
    NestedClassPair,
    OverloadPair,
    Pair,
    ParameterPair,
    PropertyPair,
)
from virtapi_analyzer.registry import ADVICE
from virtapi_analyzer.reports.explanation import (
    Verdicts,
    about,
    beside,
    decided_by,
    files,
    headline,
    hurt,
    own_terms,
    versions,
    without_proof,
)
from virtapi_analyzer.rules.declaration import Example, Rule, Sources

INDEX = "README.md"

MARK = "<!-- Written by `virtapi rules --pages`; not edited by hand. -->"
"""What every page begins with."""

_ELSEWHERE = "Other changes"
_ALONE = "What one interface must be like"
_LIFE = "What the life of an element must be like"
_OF_HOST = "What a host must be like"

_SUBJECTS: Mapping[type, str] = {
    ModulePair: "Modules",
    ExportPair: "Names that a module offers",
    FunctionPair: "Functions",
    ParameterPair: "Parameters",
    CallablePair: "Functions and methods",
    OverloadPair: "Overloads",
    MethodPair: "Methods",
    PropertyPair: "Properties",
    AttributePair: "Attributes, constants, flags and enum members",
    MemberPair: "Members that became something else",
    ClassPair: "Classes",
    NestedClassPair: "Nested classes",
    FieldPair: "Fields of dataclasses",
    KeyPair: "Keys of TypedDicts",
    ItemPair: "Fields of NamedTuples",
    Pair: "Whatever bears a mark of the contract",
}
"""What a rule looks at, in the order of the index."""

_INTRODUCTION = """\
# What is looked for

{count} rules, a page each; `virtapi explain RULE` says the same in a terminal. A rule says whom it hurts in its own
terms, and role and flow turn these into the two audiences:

- *caller* and *implementer* of a class. What drivers implement, the host calls; what the host implements, drivers call.
- *producer* and *consumer* of a value: the side that the value comes from, and the side that reads it.

*Breaking*: an ordinary correct program of that side, written against the old version, fails with the new one.
*Potentially-breaking*: it fails if it does something that can be named and was not seen."""


def pages(rules: Iterable[tuple[Rule, Verdicts]]) -> dict[str, str]:
    """The text of each page by its file name."""
    rules = list(rules)
    own = {_file(rule.id): _joined(_page(rule, verdicts)) for rule, verdicts in rules}
    return {INDEX: _joined(_index([rule for rule, _ in rules])), **own}


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join([MARK, *(block for block in blocks if block)]) + "\n"


def _file(rule: str) -> str:
    return f"{rule}.md"


def _link(rule: str) -> str:
    return f"[{rule}]({_file(rule)})"


def _index(rules: list[Rule]) -> Iterator[str]:
    yield _INTRODUCTION.format(count=len(rules))
    for subject in (*_SUBJECTS.values(), _ELSEWHERE, _LIFE, _ALONE, _OF_HOST):
        listed = [rule for rule in rules if _subject(rule) == subject]
        if listed:
            yield f"## {subject}"
            if subject in (_LIFE, _ALONE, _OF_HOST):
                yield about(listed[0])
            yield "\n".join(["| rule | what it flags | who is hurt |", "| --- | --- | --- |", *map(_row, listed)])


def _subject(rule: Rule) -> str:
    if rule.of_host:
        return _OF_HOST
    if rule.alone:
        return _LIFE if issubclass(rule.subject, Life) else _ALONE
    return _SUBJECTS.get(rule.subject, _ELSEWHERE)


def _row(rule: Rule) -> str:
    summary = rule.summary.replace("|", "\\|")
    return f"| {_link(rule.id)} | {summary} | {own_terms(rule)} |"


def _page(rule: Rule, verdicts: Verdicts) -> Iterator[str]:
    text, _, advice = rule.text.partition(ADVICE)
    yield f"# {rule.id}"
    yield rule.summary
    yield rule.title
    yield text.strip()
    if rule.alone:
        yield about(rule)
    else:
        yield "## Who breaks"
        yield "\n".join(f"- {where}: {hurt(host, driver)}" for where, host, driver in verdicts)
        yield " ".join(filter(None, (f"In the rule's own terms: {own_terms(rule)}.", decided_by(rule))))
    if advice:
        yield ADVICE
        yield advice.strip()
    yield "## Examples"
    for example in rule.examples:
        yield from _example(example)
    if unproved := without_proof(rule):
        yield f"{unproved}."
    if rule.evidence:
        yield "## Seen in"
        yield "\n".join(f"- {evidence}" for evidence in rule.evidence)
    yield f"[All rules]({INDEX})"


def _example(example: Example) -> Iterator[str]:
    places, because = headline(example)
    if because is None:
        yield f"### Reported at {', '.join(f'`{place}`' for place in places)}"
    else:
        yield f"### Not reported\n\n{because}"
    yield from beside(example, named=_link)
    for label, sources in versions(example):
        yield from _code(label.capitalize(), sources)


def _code(label: str, sources: Sources) -> Iterator[str]:
    for file, source in files(sources).items():
        where = f"{label} `{file}`" if file else label
        code = source.strip("\n")
        yield f"{where}:\n\n```python\n{code}\n```" if code else f"{where}: nothing"
