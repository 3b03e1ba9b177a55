"""What takes the place of a constructor that is gone."""

from collections.abc import Mapping
from dataclasses import replace

from virtapi_analyzer.model.element import Class, ClassKind, ClassMember, Function, Signature
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.ancestry import ordinary_bases

CONSTRUCTORS = frozenset({"__init__", "__new__"})


def of_every_object(pair: ClassPair, gone: ClassMember, after: Mapping[str, Class]) -> Function | None:
    """Python's own constructor, which takes nothing; None where the class has, or may have, another one.

    `after` are the classes of the new side: of others nobody knows how their objects are made.
    """
    if pair.both is None or not isinstance(gone, Function) or gone.name not in CONSTRUCTORS or gone.abstract:
        return None
    new = pair.both[1]
    if any(side.kind is not ClassKind.PLAIN for side in pair.both) or not CONSTRUCTORS.isdisjoint(new.members):
        return None
    if any(base not in after for base in ordinary_bases(new.mro)):
        return None
    return replace(gone, signature=Signature(parameters=()), overloads=(), text=f"def {gone.name}(self)")
