"""How a rule is declared: one decorator over one function, in a file of the same name."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_type_hints

from virtapi_analyzer.model.change import Change, Severity, Sides
from virtapi_analyzer.model.pair import Pair

ADVICE = "## What to do instead"

Sources = str | Mapping[str, str]
"""The text of the package `pkg`, or of several files by their path inside it (`__init__.pyi`, `sub.pyi`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Two versions between which the rule speaks: at these paths, relative to the package, and nowhere else.

    `others` are the rules that speak beside it. `host` and `driver`, where given, are the severities that must come out
    (else the rule's own sides, turned by role and flow).
    """

    old: Sources
    new: Sources
    at: tuple[str, ...]
    others: tuple[str, ...] = ()
    host: Severity | None = None
    driver: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Two versions between which the rule is silent, though one might think otherwise, and why.

    No other rule speaks either, but for those that `others` names.
    """

    old: Sources
    new: Sources
    because: str
    others: tuple[str, ...] = ()


Example = Hit | Miss


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the catalogue: `id` is its file's name with hyphens, `subject` the kind of pair that it looks at.

    `title`, `text` and `instead` come from the module's docstring: its first line, what follows, and the first
    paragraph under `ADVICE` (None where there is none).
    """

    id: str
    summary: str
    subject: type[Pair[Any]]
    sides: Sides
    find: Callable[[Any], Iterator[Change]]
    title: str
    text: str
    instead: str | None
    evidence: tuple[str, ...]
    examples: tuple[Example, ...]


P = TypeVar("P", bound=Pair[Any])


def rule(
    *,
    summary: str,
    caller: Severity = Severity.NON_BREAKING,
    implementer: Severity = Severity.NON_BREAKING,
    producer: Severity = Severity.NON_BREAKING,
    consumer: Severity = Severity.NON_BREAKING,
    evidence: tuple[str, ...] = (),
    examples: tuple[Example, ...],
) -> Callable[[Callable[[P], Iterator[Change]]], Rule]:
    """Declare the decorated function as the rule of its module.

    The function takes one pair, whose annotated type is what the rule looks at, and yields the changes that it sees.
    """

    def declare(find: Callable[[P], Iterator[Change]]) -> Rule:
        title, text, instead = _documentation(sys.modules[find.__module__].__doc__ or "")
        (subject,) = (hint for name, hint in get_type_hints(find).items() if name != "return")
        return Rule(
            id=find.__name__.replace("_", "-"),
            summary=summary,
            subject=subject,
            sides=Sides(caller=caller, implementer=implementer, producer=producer, consumer=consumer),
            find=find,
            title=title,
            text=text,
            instead=instead,
            evidence=evidence,
            examples=examples,
        )

    return declare


def _documentation(docstring: str) -> tuple[str, str, str | None]:
    title, _, text = docstring.strip().partition("\n")
    text = text.strip()
    _, found, advice = text.partition(ADVICE)
    instead = " ".join(advice.strip().split("\n\n")[0].split()) if found else None
    return title.strip(), text, instead
