"""What became of a parameter or a field, in one word: the first name that holds."""

from enum import Enum

from virtapi_analyzer.model.charge import Charge
from virtapi_analyzer.model.element import Attribute, Parameter, ParameterKind


class Difference(Enum):
    """What a parameter is charged with, in the order in which one of several is chosen to name it."""

    ADDED_REQUIRED = "required parameter added"
    ADDED_OPTIONAL = "optional parameter added"
    INSERTED = "optional parameter inserted before others"
    REMOVED_REQUIRED = "required parameter removed"
    REMOVED_OPTIONAL = "optional parameter removed"
    VARIADIC_ADDED = "*args or **kwargs added"
    VARIADIC_REMOVED = "*args or **kwargs removed"
    RENAMED = "renamed"
    MOVED = "moved among the others"
    KIND_NARROWED = "a way of passing taken away"
    KIND_WIDENED = "a way of passing added"
    KIND_SWAPPED = "positional-only to keyword-only, or back"
    DEFAULT_ADDED = "required to optional"
    DEFAULT_REMOVED = "optional to required"
    NONE = "nothing"


def parameter_difference(old: Parameter | None, new: Parameter | None, charge: Charge) -> Difference:
    """The one name of what a parameter is charged with; NONE where nothing of it matters."""
    if old is None or new is None:
        return _appeared(new, charge) if new is not None else _disappeared(old)
    if old.kind.variadic:
        return Difference.NONE
    if old.name != new.name and old.kind.named and new.kind.named:
        return Difference.RENAMED
    if charge.moved:
        return Difference.MOVED
    if old.kind is not new.kind:
        return _changed_kind(old.kind, new.kind)
    if old.required is not new.required:
        return Difference.DEFAULT_REMOVED if new.required else Difference.DEFAULT_ADDED
    return Difference.NONE


def _appeared(new: Parameter, charge: Charge) -> Difference:
    if new.kind.variadic:
        return Difference.VARIADIC_ADDED
    if new.required:
        return Difference.ADDED_REQUIRED
    return Difference.INSERTED if charge.shifted else Difference.ADDED_OPTIONAL


def _disappeared(old: Parameter | None) -> Difference:
    if old is None:
        return Difference.NONE
    if old.kind.variadic:
        return Difference.VARIADIC_REMOVED
    return Difference.REMOVED_REQUIRED if old.required else Difference.REMOVED_OPTIONAL


def _changed_kind(old: ParameterKind, new: ParameterKind) -> Difference:
    if ParameterKind.POSITIONAL_OR_KEYWORD not in (old, new):
        return Difference.KIND_SWAPPED
    return Difference.KIND_WIDENED if new is ParameterKind.POSITIONAL_OR_KEYWORD else Difference.KIND_NARROWED


class FieldDifference(Enum):
    """What became of a field, seen by those who construct the object; the first that holds names it."""

    ADDED_REQUIRED = "field without default added"
    ADDED_OPTIONAL = "field with default added"
    INSERTED = "field with default added before others"
    REMOVED = "field removed"
    RENAMED = "field renamed"
    LEFT_CONSTRUCTOR = "field no longer taken by the constructor"
    ENTERED_CONSTRUCTOR = "field now taken by the constructor"
    NO_LONGER_KEPT = "field now taken by the constructor alone"
    MOVED = "field moved among the others"
    KEYWORD_ONLY_CHANGED = "field keyword-only, or no longer"
    DEFAULT_ADDED = "default added"
    DEFAULT_REMOVED = "default removed"
    NONE = "nothing"


def field_difference(old: Attribute | None, new: Attribute | None, charge: Charge | None) -> FieldDifference:
    """The one name of what became of a field that was not renamed."""
    if old is None or new is None:
        if new is not None:
            return _field_came(new, charge)
        return FieldDifference.LEFT_CONSTRUCTOR if old is not None and old.init_only else FieldDifference.REMOVED
    if old.in_constructor is not new.in_constructor:
        if old.in_constructor:
            return FieldDifference.LEFT_CONSTRUCTOR
        return FieldDifference.INSERTED if _shifts(new, charge) else FieldDifference.ENTERED_CONSTRUCTOR
    if old.init_only is not new.init_only:
        return FieldDifference.NO_LONGER_KEPT if new.init_only else FieldDifference.NONE
    if (old.value is None) is not (new.value is None) and new.in_constructor:
        return FieldDifference.DEFAULT_ADDED if new.value is not None else FieldDifference.DEFAULT_REMOVED
    if charge is not None and charge.moved:
        return FieldDifference.MOVED
    if old.keyword_only is not new.keyword_only and charge is not None:
        shifts = old.keyword_only and charge.caller is not None
        return FieldDifference.INSERTED if shifts else FieldDifference.KEYWORD_ONLY_CHANGED
    return FieldDifference.NONE


def _field_came(new: Attribute, charge: Charge | None) -> FieldDifference:
    if new.value is None and new.in_constructor:
        return FieldDifference.ADDED_REQUIRED
    return FieldDifference.INSERTED if _shifts(new, charge) else FieldDifference.ADDED_OPTIONAL


def _shifts(new: Attribute, charge: Charge | None) -> bool:
    """Whether a field that need not be given takes the place of others."""
    return new.value is not None and charge is not None and charge.caller is not None and bool(charge.shifted)
