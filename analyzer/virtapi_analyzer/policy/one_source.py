"""Whether one source of a driver can serve both versions of what changed, and how.

Where a driver of one version serves both hosts, it is that source. Where neither does, a driver must implement what
takes the calls of both and gives what is of both types; and may use only what both have, and read what either gives.
"""

from collections.abc import Iterator

from virtapi_analyzer.compare.one_override import one_override, one_value
from virtapi_analyzer.compare.one_use import called, constructed, read
from virtapi_analyzer.compare.versions import Versions, both_of
from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Attribute, AttributeKind, Element, Export
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.one_source import OneSource, Serves, can, unknown
from virtapi_analyzer.model.pair import (
    AnyPair,
    AttributePair,
    CallablePair,
    ExportPair,
    FieldPair,
    ItemPair,
    KeyPair,
    MemberPair,
    ModulePair,
    NestedClassPair,
    OverloadPair,
    ParameterPair,
    PropertyPair,
    owner_of,
)
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.policy.subject import constructs

_WORST = (Serves.CANNOT, Serves.UNKNOWN, Serves.CAN)


def one_source(change: Change, *, driver: Severity, back: Severity, versions: Versions) -> OneSource:
    """`driver` is how bad the change is for an old driver on a new host, `back` for a new driver on an old host."""
    if max(driver, back) <= Severity.NON_BREAKING:
        return can("a driver of either version does")
    pair = change.pair
    answers = list(_answers(pair, versions))
    definite = [answer for answer in answers if answer.answer is not Serves.UNKNOWN]
    if definite:
        worst = min(_WORST.index(answer.answer) for answer in definite)
        same = [answer for answer in definite if answer.answer is _WORST[worst]]
        return OneSource(answer=_WORST[worst], how="; ".join(dict.fromkeys(answer.how for answer in same)))
    if min(driver, back) <= Severity.NON_BREAKING or (min(driver, back) < Severity.BREAKING and not answers):
        return _of_one_version(pair, new=back < driver)
    return answers[0] if answers else unknown("what a driver does with it is not known")


def of_old_version(text: str | None) -> OneSource:
    """That a driver of the old version is the one source; `text` is what stands there."""
    return can("written for the old version" + (f", with `{text}`" if text else ""))


def _of_one_version(pair: AnyPair, *, new: bool) -> OneSource:
    side = pair.new if new else pair.old
    element = side.element if isinstance(side, Export) else side
    text = f", with `{element.text}`" if isinstance(element, Element) else ""
    return can(f"written for the {'new' if new else 'old'} version{text}")


def _answers(pair: AnyPair, versions: Versions) -> Iterator[OneSource]:
    """What a driver has to do with it: implement it or call it, make it or read it."""
    owner = owner_of(pair)
    function = pair.callable if isinstance(pair, ParameterPair) else pair
    implements = Role.DRIVER in pair.roles if pair.roles else Flow.TO_HOST in pair.flow
    calls = Role.HOST in pair.roles if pair.roles else Flow.TO_DRIVER in pair.flow
    match function:
        case CallablePair():
            typed = versions.callables.get(both_of(function), function)
            if constructs(pair) and not pair.roles:
                yield from [called(typed, versions)] if implements else []
                return
            if typed.name == "__init_subclass__":  # whoever derives from the class calls it
                yield called(typed, versions)
                return
            yield from [one_override(typed, versions, of_calls=isinstance(pair, ParameterPair))] if implements else []
            yield from [called(typed, versions)] if calls or owner is None else []
        case FieldPair() | ItemPair() | KeyPair() if not pair.roles:
            yield from [constructed(function.owner, versions)] if implements else []
            yield from [read(function)] if calls else []
        case PropertyPair() | AttributePair() if owner is not None:
            yield from _of_value(function, versions, implements=implements)
        case ExportPair() | ModulePair() | NestedClassPair() if pair.old is None or pair.new is None or _renamed(pair):
            yield _without(pair)
        case MemberPair() if implements and pair.both is not None:
            old, new = (type(side).__name__.lower() for side in pair.both)
            yield unknown(f"{old} became {new}")
        case OverloadPair():
            yield unknown("it is an overload set")


def _of_value(pair: PropertyPair | AttributePair, versions: Versions, *, implements: bool) -> Iterator[OneSource]:
    """A property or an attribute. What both sides set is written with what is of both types and read as either."""
    if pair.both is None or pair.renamed is not None:
        sides = [side for side in (pair.old, pair.new) if side is not None]
        if any(isinstance(side, Attribute) and side.kind is AttributeKind.MEMBER for side in sides):
            members = " and ".join(f"`{side.name}`" for side in sides)
            yield can(f"where it does without {members}, and has a branch for members that it does not know")
            return
        names = " and ".join(f"`{side.text}`" for side in sides)
        yield can(f"which has {names}") if implements else can(f"where it does without {names}")
        return
    old, new = pair.both
    if pair.types is None or pair.types.relation is Relation.EQUAL or old.type is None or new.type is None:
        yield _of_one_type(pair, implements=implements)
        return
    if implements:
        given = one_value(old.type, new.type, pair.types, versions)
        if isinstance(given, OneSource):
            yield given
        elif isinstance(pair, AttributePair) and not all(side.final for side in pair.both):
            yield can(
                f"which sets `{pair.name}` to a `{given}`, reads it as either type, and does not declare it again"
            )
        else:
            yield can(f"whose `{pair.name}` is `{given}`")
    else:
        yield can(f"which reads `{pair.name}` as either type")


def _of_one_type(pair: PropertyPair | AttributePair, *, implements: bool) -> OneSource:
    """What is read in both versions, and not set in both, or has another value."""
    if isinstance(pair, AttributePair) and any(side.kind is AttributeKind.MEMBER for side in pair.both or ()):
        return can(f"which names `{pair.name}`, and does not use its value")
    if implements and isinstance(pair, PropertyPair):
        return can(f"whose property `{pair.name}` has a getter and a setter")
    return can(f"which only reads `{pair.name}`, and does not define it again")


def _renamed(pair: AnyPair) -> bool:
    return getattr(pair, "renamed", None) is not None


def _without(pair: AnyPair) -> OneSource:
    """What one version does not have, a source for both cannot name."""
    names = dict.fromkeys(path.rpartition(".")[2] for path in (pair.path, getattr(pair, "renamed", None) or pair.path))
    return can(f"where it does without {' and '.join(f'`{name}`' for name in names)}")
