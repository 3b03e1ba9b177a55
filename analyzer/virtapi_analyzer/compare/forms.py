"""The forms of an overload set: which are the same on both sides, and how they are written."""

from collections.abc import Sequence

from virtapi_analyzer.model.element import Parameter, ParameterKind, Signature, Type

SAME = tuple[tuple[int, int], ...]
"""Pairs of places, one of the old side and one of the new, each place once."""


def same(old: Sequence[Signature], new: Sequence[Signature]) -> SAME:
    """The forms that both sides have, by place, those of the old side in order.

    A form of which only the bounds of type variables changed is the same one: that is a change of the types.
    """
    found: dict[int, int] = {}
    for key in (_bounded, spelled):
        for place, form in enumerate(old):
            free = [other for other in range(len(new)) if other not in found.values()]
            twins = (other for other in free if key(new[other]) == key(form) and not _permuted(form, new[other]))
            if place not in found and (twin := next(twins, None)) is not None:
                found[place] = twin
    return tuple(sorted(found.items()))


def _permuted(old: Signature, new: Signature) -> bool:
    """Whether names that nobody can pass have changed places: in new places, they are no new names."""
    places = [{p.name: i for i, p in enumerate(s.parameters) if not p.kind.variadic} for s in (old, new)]
    return any(places[1].get(name, place) != place for name, place in places[0].items() if _nameless(old, new, name))


def _nameless(old: Signature, new: Signature, name: str) -> bool:
    return not any(p.kind.named for side in (old, new) for p in side.parameters if p.name == name)


def spelled(form: Signature) -> str:
    """A form in normal form, without what its type variables accept."""
    line = [_spelled(p) for p in form.parameters if p.kind is not ParameterKind.KEYWORD_ONLY]
    keywords = sorted(_spelled(p) for p in form.parameters if p.kind is ParameterKind.KEYWORD_ONLY)
    return f"({', '.join((*line, *keywords))}) -> {form.returns.normal if form.returns else ''}"


def _bounded(form: Signature) -> tuple[object, ...]:
    types = (*(parameter.type for parameter in form.parameters), form.returns)
    return spelled(form), *sorted(str(v.accepts) for type_ in types if type_ is not None for v in type_.variables)


def _spelled(parameter: Parameter) -> str:
    name = parameter.name if parameter.kind.named else ""
    optional = " = …" if parameter.default is not None else ""
    return f"{parameter.kind.name} {name}: {parameter.type.normal if parameter.type else ''}{optional}"


def written(form: Signature, *, normal: bool = False) -> str:
    """A form as Python writes it, for people; with `normal` its types are in normal form."""
    parts: list[str] = []
    star = False
    for index, parameter in enumerate(form.parameters):
        star = star or parameter.kind is ParameterKind.VAR_POSITIONAL
        if parameter.kind is ParameterKind.KEYWORD_ONLY and not star:
            parts, star = [*parts, "*"], True
        parts.append(_written(parameter, normal=normal))
        behind = form.parameters[index + 1 : index + 2]
        last = not behind or behind[0].kind is not ParameterKind.POSITIONAL_ONLY
        if parameter.kind is ParameterKind.POSITIONAL_ONLY and last:
            parts.append("/")
    return f"({', '.join(parts)}){_annotated(form.returns, ' -> ', normal=normal)}"


def _written(parameter: Parameter, *, normal: bool) -> str:
    stars = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    default = ""
    if parameter.default is not None:
        default = f"{' = ' if parameter.type is not None else '='}{parameter.default.text}"
    return f"{stars}{parameter.name}{_annotated(parameter.type, ': ', normal=normal)}{default}"


def _annotated(type_: Type | None, sign: str, *, normal: bool) -> str:
    return f"{sign}{type_.normal if normal else type_.text}" if type_ is not None else ""
