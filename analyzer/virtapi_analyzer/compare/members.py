"""The members of a class on both sides, as users of the class see them: inherited or not."""

from collections.abc import Iterator, Mapping

from virtapi_analyzer.compare.calls import call_pairs
from virtapi_analyzer.compare.constructors import of_every_object
from virtapi_analyzer.compare.turnover import Surroundings, came, gone, renamed_above, told_above, without_fields
from virtapi_analyzer.model.element import (
    Attribute,
    Class,
    ClassMember,
    Function,
    Property,
)
from virtapi_analyzer.model.pair import (
    AnyPair,
    AttributePair,
    ClassPair,
    MemberPair,
    MethodPair,
    NestedClassPair,
    PropertyPair,
)


def member_pairs(pair: ClassPair, around: Surroundings) -> Iterator[AnyPair]:
    """Every member that this class is the one to tell of; what a base tells of is left to the base's own pair."""
    if pair.old is None or pair.new is None:
        return
    new_members, counterparts = without_fields(pair.new), around.counterparts
    renamed = around.renamed.get(pair.old.path, {})
    went, arrived = gone(pair, around), came(pair, around)
    for name, member in without_fields(pair.old).items():
        now = renamed.get(name, name)
        if now not in new_members:
            if name in went:
                instead = of_every_object(pair, member.element, around.after)
                yield from _pair(pair, name, member.element, instead, counterparts)
        elif now != name and not renamed_above(pair, name, around):
            yield from _pair(
                pair, name, member.element, new_members[now].element, counterparts, renamed=f"{pair.path}.{now}"
            )
        elif not told_above(pair, name, now, around):
            yield from _pair(pair, name, member.element, new_members[now].element, counterparts)
    for name, member in arrived.items():
        if name not in renamed.values():
            yield from _pair(pair, name, None, member.element, counterparts)


def _pair(
    owner: ClassPair,
    name: str,
    old: ClassMember | None,
    new: ClassMember | None,
    counterparts: Mapping[str, str],
    renamed: str | None = None,
) -> Iterator[AnyPair]:
    path = f"{owner.path}.{name}"
    roles, flow = owner.roles, owner.flow
    match old or new, new or old:
        case Function(), Function():
            method = MethodPair(
                path=path, old=_function(old), new=_function(new), roles=roles, flow=flow, owner=owner, renamed=renamed
            )  # fmt: skip
            yield method
            yield from call_pairs(method)
        case Property(), Property():
            yield PropertyPair(
                path=path, old=_property(old), new=_property(new), roles=roles, flow=flow, owner=owner, renamed=renamed
            )  # fmt: skip
        case Attribute(), Attribute():
            yield AttributePair(
                path=path,
                old=_attribute(old),
                new=_attribute(new),
                roles=roles,
                flow=flow,
                owner=owner,
                renamed=renamed,
            )
        case Class(), Class():
            if old is not None and new is not None and counterparts.get(old.path) != new.path:
                yield MemberPair(path=path, old=old, new=new, roles=roles, flow=flow, owner=owner)
            elif old is None or new is None or renamed is not None or _moved_under_a_test(owner, name):
                yield NestedClassPair(
                    path=path, old=_class(old), new=_class(new), roles=roles, flow=flow, owner=owner, renamed=renamed
                )  # fmt: skip
        case _:
            yield MemberPair(path=path, old=old, new=new, roles=roles, flow=flow, owner=owner)


def _moved_under_a_test(owner: ClassPair, name: str) -> bool:
    """Whether a nested class, of which its own pair tells all else, is there under another condition than before."""
    if owner.both is None:
        return False
    before, after = owner.both
    return before.members[name].condition != after.members[name].condition


def _function(side: ClassMember | None) -> Function | None:
    return side if isinstance(side, Function) else None


def _property(side: ClassMember | None) -> Property | None:
    return side if isinstance(side, Property) else None


def _attribute(side: ClassMember | None) -> Attribute | None:
    return side if isinstance(side, Attribute) else None


def _class(side: ClassMember | None) -> Class | None:
    return side if isinstance(side, Class) else None
