"""What is generic about a class: the types that it has as its bases, and how its parameters vary."""

from mypy.maptype import map_instance_to_supertype
from mypy.nodes import CONTRAVARIANT, COVARIANT, INVARIANT, VARIANCE_NOT_READY, TypeInfo
from mypy.subtypes import infer_class_variances
from mypy.types import Instance, TypeVarType
from mypy.typevars import fill_typevars

from virtapi_analyzer.model.relation import Relation


def as_base(info: TypeInfo, base: TypeInfo) -> Instance | None:
    """The base as the class has it, with its type arguments; None where it is none."""
    own = fill_typevars(info)
    instance = own if isinstance(own, Instance) else own.partial_fallback
    return map_instance_to_supertype(instance, base) if info.has_base(base.fullname) else None


def variance(info: TypeInfo, index: int) -> int | None:
    """How a parameter of a class varies, worked out where the class does not say it; None for one that cannot."""
    if index >= len(info.defn.type_vars) or not isinstance(info.defn.type_vars[index], TypeVarType):
        return None
    infer_class_variances(info)
    variable = info.defn.type_vars[index]
    assert isinstance(variable, TypeVarType)
    return variable.variance


def vary(old: int, new: int) -> Relation:
    """Whether the new variance allows more than the old one, or less."""
    assert {old, new} <= {INVARIANT, COVARIANT, CONTRAVARIANT} and VARIANCE_NOT_READY not in (old, new)
    if old == new:
        return Relation.EQUAL
    if old == INVARIANT:
        return Relation.WIDER
    return Relation.NARROWER if new == INVARIANT else Relation.UNRELATED
