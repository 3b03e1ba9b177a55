"""One way to use two versions of what others implement or make: to call it, to construct it, to read it."""

from collections.abc import Mapping, Sequence

from virtapi_analyzer.compare.fields import constructor
from virtapi_analyzer.compare.fields import fields as of_class
from virtapi_analyzer.compare.one_call import one_call
from virtapi_analyzer.compare.versions import AnyField, Versions, both_of
from virtapi_analyzer.model.element import Attribute, Signature
from virtapi_analyzer.model.one_source import OneSource, can, cannot, unknown
from virtapi_analyzer.model.pair import CallablePair, ClassPair, KeyPair
from virtapi_analyzer.model.relation import Relation, Verdict


def called(pair: CallablePair, versions: Versions) -> OneSource:
    """Whether one call serves both."""
    sides = [side for side in (pair.old, pair.new) if side is not None]
    if pair.both is None or pair.renamed is not None:
        return can(f"where it does without {' and '.join(f'`{side.name}`' for side in sides)}")
    old, new = pair.both
    if old.overloads or new.overloads:
        return unknown("it is an overload set")
    if old.asynchronous is not new.asynchronous:
        return cannot("a call gives a coroutine with the one and a value with the other")
    verdicts = {
        (p.both[0].name, p.both[1].name): p.types
        for p in versions.parameters.get(both_of(pair), ())
        if p.both is not None
    }
    return _passed(pair.name, old.signature, new.signature, verdicts)


def constructed(owner: ClassPair, versions: Versions) -> OneSource:
    """Whether one construction makes an object of both."""
    fields = versions.fields.get(both_of(owner), ())
    if fields and isinstance(fields[0], KeyPair):
        return _filled(fields)
    if owner.both is None:
        return unknown("one version has no such class")
    old, new = owner.both
    verdicts = {(p.both[0].name, p.both[1].name): p.types for p in fields if p.both is not None}
    first, second = constructor(of_class(old, versions.before)), constructor(of_class(new, versions.after))
    return _passed(owner.name, first, second, verdicts)


def read(pair: AnyField) -> OneSource:
    """How both are read."""
    if pair.both is None or pair.renamed is not None:
        names = dict.fromkeys(side.name for side in (pair.old, pair.new) if side is not None)
        return can(f"where it does not read {' and '.join(f'`{name}`' for name in names)}")
    old, new = pair.both
    if old.type is None or new.type is None or pair.types is None:
        return can(f"which reads `{pair.name}` whether it is as it was or as it is")
    return can(f"which reads `{pair.name}` as `{_either(old, new, pair.types)}`")


def _either(old: Attribute, new: Attribute, verdict: Verdict) -> str:
    first, second = (side.type.text if side.type is not None else "" for side in (old, new))
    return {Relation.WIDER: second, Relation.NARROWER: first, Relation.EQUAL: second}.get(
        verdict.relation, f"{first} | {second}"
    )


def _passed(name: str, old: Signature, new: Signature, verdicts: Mapping[tuple[str, str], Verdict | None]) -> OneSource:
    call = one_call(old, new)
    if call is None:
        return cannot(f"no call of `{name}` is taken by both")
    for passed in call.passed:
        verdict = verdicts.get(passed)
        if verdict is not None and verdict.relation is Relation.UNRELATED and verdict.common is None:
            return cannot(f"no value of `{passed[1]}` is taken by both")
    return can(f"with `{name}({call.text})`")


def _filled(keys: Sequence[AnyField]) -> OneSource:
    """A TypedDict has no keys but its own."""
    required = [side for p in keys for side in (p.old, p.new) if side is not None and not side.optional_key]
    for pair in keys:
        alone = pair.both is None or pair.renamed is not None
        if alone and any(side in required for side in (pair.old, pair.new) if side is not None):
            return cannot(f"the one demands the key `{pair.name}`, and the other has none of that name")
        verdict = pair.types
        if verdict is not None and verdict.relation is Relation.UNRELATED and verdict.common is None:
            return cannot(f"no value of `{pair.name}` is of both types")
    names = dict.fromkeys(side.name for side in required)
    return can(f"with the keys {', '.join(f'`{name}`' for name in names)}" if names else "with the keys that both have")
