"""What the opposite change is called, and where: derived from the words that the ids of rules are made of."""

from dataclasses import dataclass

from tests.properties.comparing import Found, local
from virtapi_analyzer import rules
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.pair import CallablePair, MethodPair, ParameterPair, PropertyPair

OPPOSITES = [("added", "removed"), ("now", "no_longer"), ("widened", "narrowed"), ("declared", "undeclared")]
OPPOSITES += [("lowered", "raised")]
OTHER_WORD = {**dict(OPPOSITES), **{second: first for first, second in OPPOSITES}}
"""The direction of a change. What has none of these words is its own opposite: renamed, reordered, changed, swapped."""

QUALIFIERS = frozenset(
    ["abstract", "concrete", "required", "optional", "positional", "open", "class", "symbol", "exception"]
)
"""Words that say of what comes or goes how it is: in the other direction it may be the other way, or goes unsaid."""

SAME = {
    "export-removed": "symbol-removed",
    "field-inserted": "field-added",
    "field-now-required": "field-default-removed",
    "key-now-optional": "key-no-longer-required",
    "method-now-refuses": "default-body-removed",
    "param-inserted-positional": "param-added",
    "property-now-attribute": "attribute-swapped",
    "attribute-now-property": "attribute-swapped",
}
"""Ids that say in words of their own what others say regularly."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A finding as seen from one direction: what happened, in canonical words, and where."""

    words: frozenset[str]
    path: str


def seen(found: Found) -> Fact:
    """The fact, under the old name of what was renamed."""
    return Fact(canonical(name(found)), found.path)


def opposite(found: Found) -> Fact:
    """The fact that the comparison the other way round must see."""
    return Fact(frozenset(OTHER_WORD.get(word, word) for word in canonical(name(found))), renamed(found))


def name(found: Found) -> str:
    """The id of what happened: a field that was there and takes the place of others now is told as inserted."""
    if found.rule != "field-inserted" or found.change.pair.both is None:
        return found.rule
    old, _ = found.change.pair.both
    return "field-no-longer-keyword-only" if old.keyword_only and old.in_constructor else "field-now-in-constructor"


def canonical(rule: str) -> frozenset[str]:
    """The words of an id; of what was added or removed without those that only qualify it."""
    words = frozenset(SAME.get(rule, rule).replace("no-longer", "no_longer").split("-"))
    return words - QUALIFIERS if words & {"added", "removed"} else words


def renamed(found: Found) -> str:
    """The path as the new version has it."""
    pair = found.change.pair
    if isinstance(pair, ParameterPair):
        return f"{local(pair.callable.path)}({(pair.new or pair.old or pair).name})"
    return found.renamed or found.path


def may_be_silent(found: Found) -> bool:
    """Whether the other direction has nothing to say: no rule speaks of it, nobody overrides a function, or a member
    comes with a base and would go with it."""
    pair = found.change.pair
    if isinstance(pair, MethodPair | PropertyPair) and pair.old is None and pair.new is not None:
        defined = local(pair.new.path)
        if defined != found.path:
            return True
    called = pair.callable if isinstance(pair, ParameterPair) else pair
    if isinstance(called, CallablePair) and called.owner is None:
        return True
    return opposite(found).words not in {canonical(rule.id) for rule in rules.catalogue()}


def sides(found: Found, *, swapped: bool) -> tuple[Severity, Severity]:
    """Who is hurt by a change of a signature: caller and implementer, or seen from the other direction."""
    both = found.change.sides.caller, found.change.sides.implementer
    return (both[1], both[0]) if swapped else both
