"""What a change of a class would do, before anybody makes it: the rules on its kind, turned by role and flow."""

from collections.abc import Iterable, Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Class, ClassKind
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.pair import AnyPair, ClassPair, FieldPair, Pair
from virtapi_analyzer.model.travel import Effect
from virtapi_analyzer.policy.audiences import audiences
from virtapi_analyzer.rules.declaration import Rule

_OF_METHODS = ("method-added-concrete", "method-added-abstract", "method-removed")
_ASKED = {
    ClassKind.DATACLASS: (
        "field-added", "field-added-required", "field-removed", "field-type-widened", "field-type-narrowed",
    ),
    ClassKind.NAMED_TUPLE: (
        "namedtuple-field-added", "namedtuple-field-added-required", "namedtuple-field-removed",
        "field-type-widened", "field-type-narrowed",
    ),
    ClassKind.TYPED_DICT: (
        "key-added", "key-added-required", "key-removed", "field-type-widened", "field-type-narrowed",
    ),
    ClassKind.ENUM: ("enum-member-added", "enum-member-removed"),
    ClassKind.PROTOCOL: ("protocol-member-added", "protocol-member-removed"),
    ClassKind.EXCEPTION: ("attribute-added", "attribute-removed"),
    ClassKind.PLAIN: _OF_METHODS,
}  # fmt: skip
"""The changes that people make to a class of each kind, by the rules that name them."""
_DATA = (ClassKind.DATACLASS, ClassKind.NAMED_TUPLE, ClassKind.TYPED_DICT)


def effects(kind: Class, rules: Iterable[Rule], *, roles: frozenset[Role], flow: Flow) -> Iterator[Effect]:
    """What each of the usual changes of a class of this kind would do to a host and to a driver."""
    known = {rule.id: rule for rule in rules}
    asked = _ASKED[kind.kind]
    if roles and kind.kind in _DATA:
        asked = (*asked, *_OF_METHODS)
    for name in asked:
        rule = known[f"open-{name}" if kind.contract.open and name == "enum-member-added" else name]
        pair = _pair(kind, rule, roles=roles, flow=flow)
        host, driver = audiences(Change(pair=pair, message="", path=pair.path, sides=rule.sides))
        yield Effect(rule=rule.id, summary=rule.summary, host=host, driver=driver)


def _pair(kind: Class, rule: Rule, *, roles: frozenset[Role], flow: Flow) -> AnyPair:
    """What such a change would be told of, as far as audiences look at it."""
    owner = ClassPair(path=kind.path, old=kind, new=kind, roles=roles, flow=flow)
    path = f"{kind.path}.new"
    if kind.kind in _DATA and rule.id not in _OF_METHODS:
        return FieldPair(path=path, old=None, new=None, roles=roles, flow=flow, owner=owner)
    return Pair(path=path, old=None, new=None, roles=roles, flow=flow)
