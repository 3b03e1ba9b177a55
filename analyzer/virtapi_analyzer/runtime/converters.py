"""The fields that a cycle has twice: the superseded one, its successor, and what makes each of the other."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from virtapi_analyzer.runtime.bodies import Body
from virtapi_analyzer.runtime.package import Module, decorator_name, refuse, superseded_by

CONVERTED = "converted"
"""The function that a stub calls for the default of either field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Converters:
    """The successor of a field, and the functions that make the value of each field of that of the other."""

    by: str
    to_new: Body
    to_old: Body


def converters_of(
    bodies: Mapping[str, Body], module: Module, owner: ast.ClassDef, member: ast.AnnAssign
) -> Converters | None:
    """The converters of a superseded field; None for its successor, which may name a default for both.

    Raises:
        ReadingError: the field has no partner with the same default, or a converter is missing; a superseded field
            names a default.
    """
    name = ast.unparse(member.target)
    pairs = dict(_pairs_in(owner))
    if name in pairs.values():
        return None
    if isinstance(member.value, ast.Call) and member.value.keywords:
        raise refuse(module, member, f"{owner.name}.{name} is superseded: give the default to its successor")
    if name not in pairs:
        raise refuse(module, member, f"{owner.name}.{name} supersedes nothing, nor is it superseded: give it a default")
    found: list[Body] = []
    for field, source in ((pairs[name], name), (name, pairs[name])):
        key = f"{owner.name}.{field}"
        if key not in bodies:
            problem = f'{key} cannot be made of {source}: write a function in fallbacks.py with @fallback_for("{key}")'
            raise refuse(module, member, problem)
        found.append(bodies[key])
    return Converters(by=pairs[name], to_new=found[0], to_old=found[1])


def _pairs_in(owner: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """The superseded fields of a class with this default, each with its successor, which has it too."""
    fields = {
        member.target.id: member
        for member in owner.body
        if isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name) and _is_converted(member.value)
    }
    for name, member in fields.items():
        by = superseded_by(member.annotation)
        if by in fields:
            yield name, by


def _is_converted(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Call) and decorator_name(value) == CONVERTED
