"""What the ranges of `annotated_types` ask of a value, and how an error tells them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import annotated_types as ranges

Check = tuple[str, Callable[[Any], bool]]
"""How a range is told, and whether a value keeps it."""


def checks_of(limit: Any) -> list[Check]:
    """What one piece of metadata in `Annotated` asks; nothing where it is no range."""
    match limit:
        case ranges.Ge(ge=low):
            return [(f">= {low}", lambda value: bool(value >= low))]
        case ranges.Gt(gt=low):
            return [(f"> {low}", lambda value: bool(value > low))]
        case ranges.Le(le=high):
            return [(f"<= {high}", lambda value: bool(value <= high))]
        case ranges.Lt(lt=high):
            return [(f"< {high}", lambda value: bool(value < high))]
        case ranges.MultipleOf(multiple_of=step):
            return [(f"a multiple of {step}", lambda value: bool(value % step == 0))]
        case ranges.MinLen(min_length=least):
            return [(f"a length >= {least}", lambda value: len(value) >= least)]
        case ranges.MaxLen(max_length=most):
            return [(f"a length <= {most}", lambda value: len(value) <= most)]
        case ranges.Predicate(func=holds):
            pattern: re.Pattern[str] | None = getattr(holds, "__self__", None)
            told = f"a match of {pattern.pattern}" if isinstance(pattern, re.Pattern) else f"{holds} to hold"
            return [(told, lambda value: bool(holds(value)))]
        case ranges.GroupedMetadata():
            return [check for each in limit for check in checks_of(each)]
        case _:
            return []
