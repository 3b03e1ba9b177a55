"""How a rule is declared: one decorator over one function, in a file of the same name.

`rule` is for what changes between two versions, `interface_rule` for what one interface must be like.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_origin, get_type_hints

from virtapi_analyzer.model.change import Change, Severity, Sides
from virtapi_analyzer.model.fault import Fault
from virtapi_analyzer.model.pair import Pair
from virtapi_analyzer.model.part import AnyPart, HostPart, Part
from virtapi_analyzer.registry import documentation

Sources = str | Mapping[str, str]
"""The text of the package `pkg`, or of several files by their path inside it (`__init__.pyi`, `sub.pyi`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Two versions between which the rule speaks: at these paths, relative to the package, and nowhere else.

    `others` are the rules that speak beside it. `host` and `driver`, where given, are the severities that must come out
    (else the rule's own sides, turned by role and flow). `hosts` are the old and the new host, one module each, where
    these are looked at; the drivers' interface is then `Driver`, by configuration.
    """

    old: Sources
    new: Sources
    at: tuple[str, ...]
    others: tuple[str, ...] = ()
    hosts: tuple[str, str] | None = None
    host: Severity | None = None
    driver: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Two versions between which the rule is silent, though one might think otherwise, and why.

    No other rule speaks either, but for those that `others` names. `hosts` as in a hit.
    """

    old: Sources
    new: Sources
    because: str
    others: tuple[str, ...] = ()
    hosts: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """An interface of which the rule speaks, at these paths, and `right`, the same as it should be.

    Such an example is judged by its own rule alone: an interface that every rule likes would hide what it is about.
    `before` are the releases before it, oldest first, called 2026.1, 2026.2, 2027.1 and so on; the interface becomes
    the next. `hosts` are the module of a host that is wrong and one that is right, where the rule is about these.
    """

    source: Sources
    at: tuple[str, ...]
    right: Sources
    before: tuple[Sources, ...] = ()
    hosts: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """An interface of which the rule is silent, though one might think otherwise, and why; `before` as in `Wrong`.
    `host` is the module of a host, where the rule is about that."""

    source: Sources
    because: str
    before: tuple[Sources, ...] = ()
    host: str | None = None


def release_of(number: int) -> str:
    """What the releases of an example are called, the first being number 0: 2026.1, 2026.2, 2027.1."""
    return f"{2026 + number // 2}.{number % 2 + 1}"


Example = Hit | Miss | Wrong | Right


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the catalogue: `id` is its file's name with hyphens, `subject` the kind of pair that it looks at
    (`Pair` for all), or the kind of part of one interface.

    `unprovable` says why no judge can ever see it, `unseen` why none may where no program shows it. `title`, `text` and
    `instead` come from the module's docstring: its first line, what follows, and the first
    paragraph of its advice (None where there is none).
    """

    id: str
    summary: str
    subject: type[Pair[Any] | AnyPart]
    sides: Sides
    find: Callable[[Any], Iterator[Any]]
    title: str
    text: str
    instead: str | None
    evidence: tuple[str, ...]
    examples: tuple[Example, ...]
    unprovable: str | None = None
    unseen: str | None = None

    @property
    def alone(self) -> bool:
        """Whether it judges one interface by itself, and not the way from one version to the next."""
        return issubclass(self.subject, Part)

    @property
    def of_host(self) -> bool:
        """Whether it judges what a host does with one interface."""
        return issubclass(self.subject, HostPart)


P = TypeVar("P", bound=Pair[Any])
S = TypeVar("S", bound=AnyPart)


def rule(
    *,
    summary: str,
    caller: Severity = Severity.NON_BREAKING,
    implementer: Severity = Severity.NON_BREAKING,
    producer: Severity = Severity.NON_BREAKING,
    consumer: Severity = Severity.NON_BREAKING,
    evidence: tuple[str, ...] = (),
    unprovable: str | None = None,
    unseen: str | None = None,
    examples: tuple[Hit | Miss, ...],
) -> Callable[[Callable[[P], Iterator[Change]]], Rule]:
    """Declare the decorated function as the rule of its module.

    The function takes one pair, whose annotated type is what the rule looks at, and yields the changes that it sees.
    `unprovable` is for what neither mypy nor Python's binding can see at all, `unseen` for what they see of some cases:
    why, as a clause.
    """
    sides = Sides(caller=caller, implementer=implementer, producer=producer, consumer=consumer)

    def declare(find: Callable[[P], Iterator[Change]]) -> Rule:
        return _declared(
            find,
            summary=summary,
            sides=sides,
            evidence=evidence,
            examples=examples,
            unprovable=unprovable,
            unseen=unseen,
        )

    return declare


def interface_rule(
    *, summary: str, evidence: tuple[str, ...] = (), examples: tuple[Wrong | Right, ...]
) -> Callable[[Callable[[S], Iterator[Fault]]], Rule]:
    """Declare the decorated function as the rule of its module, on one interface alone.

    The function takes one part, whose annotated type is what the rule looks at, and yields what is wrong with it. It
    hurts nobody between two versions, so it has no sides.
    """

    def declare(find: Callable[[S], Iterator[Fault]]) -> Rule:
        return _declared(find, summary=summary, sides=Sides(), evidence=evidence, examples=examples)

    return declare


def _declared(
    find: Callable[[Any], Iterator[Change | Fault]],
    *,
    summary: str,
    sides: Sides,
    evidence: tuple[str, ...],
    examples: tuple[Example, ...],
    unprovable: str | None = None,
    unseen: str | None = None,
) -> Rule:
    documented = documentation(find.__module__)
    (subject,) = (hint for name, hint in get_type_hints(find).items() if name != "return")
    return Rule(
        id=find.__name__.replace("_", "-"),
        summary=summary,
        subject=get_origin(subject) or subject,
        sides=sides,
        find=find,
        title=documented.title,
        text=documented.text,
        instead=documented.instead,
        evidence=evidence,
        examples=examples,
        unprovable=unprovable,
        unseen=unseen,
    )
