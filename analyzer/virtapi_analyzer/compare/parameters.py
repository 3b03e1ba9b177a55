"""Which parameter of the new signature is which of the old one: by name, by place, and renamed."""

from collections.abc import Sequence
from dataclasses import dataclass

from virtapi_analyzer.model.element import Parameter, ParameterKind, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The parameters of two signatures side by side, `moved` being the indices of pairs that left their place.

    Moved is what lies outside the longest sequence of parameters that both sides have in the same order.
    """

    pairs: tuple[tuple[Parameter | None, Parameter | None], ...]
    moved: frozenset[int]


def match(old: Signature, new: Signature) -> Matched:
    """Match the parameters of two signatures; every parameter of either side is in exactly one pair."""
    old_places = {parameter.name: parameter for parameter in old.parameters if not parameter.kind.variadic}
    new_places = {parameter.name: parameter for parameter in new.parameters if not parameter.kind.variadic}
    twins = [(old_places[name], new_places[name]) for name in old_places if name in new_places]
    order = [parameter.name for parameter in new.parameters]
    in_line = [(first, second) for first, second in twins if first.kind.positional and second.kind.positional]
    steady = set(longest_rise([(first.name, order.index(second.name)) for first, second in in_line]))
    moved_names = {first.name for first, _ in in_line} - steady
    renamed = [
        *_renamed_in_gaps(old.parameters, new.parameters, steady, set(old_places) & set(new_places)),
        *_renamed_keyword(old.parameters, new.parameters, set(old_places) & set(new_places)),
        *_variadic(old.parameters, new.parameters),
    ]
    # The first that moved is charged for all: in the order of names it is the same one from either side.
    by_name = sorted(twins, key=lambda twin: twin[0].name)
    pairs: list[tuple[Parameter | None, Parameter | None]] = [*by_name, *renamed]
    taken = {id(side) for pair in pairs for side in pair}
    pairs += [(parameter, None) for parameter in old.parameters if id(parameter) not in taken]
    pairs += [(None, parameter) for parameter in new.parameters if id(parameter) not in taken]
    moved = frozenset(index for index, (first, _) in enumerate(pairs) if first and first.name in moved_names)
    return Matched(pairs=tuple(pairs), moved=moved)


def longest_rise(places: Sequence[tuple[str, int]]) -> list[str]:
    """The names of a longest subsequence in which the places rise; of several, the one whose names come first in the
    alphabet, which is the same one whichever version is the old one."""
    weight = {name: 2**rank for rank, name in enumerate(sorted((name for name, _ in places), reverse=True))}
    best: list[list[tuple[str, int]]] = []

    def worth(rise: list[tuple[str, int]]) -> tuple[int, int]:
        return len(rise), sum(weight[name] for name, _ in rise)

    for name, place in places:
        before = max((rise for rise in best if rise[-1][1] < place), key=worth, default=[])
        best.append([*before, (name, place)])
    return [name for name, _ in max(best, key=worth, default=[])]


def _renamed_in_gaps(
    old: Sequence[Parameter], new: Sequence[Parameter], steady: set[str], common: set[str]
) -> list[tuple[Parameter, Parameter]]:
    """Between two parameters that stayed, what went and what came is taken for renamed, in order, where it fits."""
    old_gaps, new_gaps = _gaps(old, steady, common), _gaps(new, steady, common)
    return [pair for gap, gone in old_gaps.items() for pair in _in_order(gone, new_gaps.get(gap, []))]


def _gaps(parameters: Sequence[Parameter], steady: set[str], common: set[str]) -> dict[str, list[Parameter]]:
    gaps: dict[str, list[Parameter]] = {}
    before = ""
    for parameter in parameters:
        if parameter.name in steady:
            before = parameter.name
        elif parameter.kind.positional and parameter.name not in common:
            gaps.setdefault(before, []).append(parameter)
    return gaps


def _in_order(gone: Sequence[Parameter], came: Sequence[Parameter]) -> list[tuple[Parameter, Parameter]]:
    pairs = []
    left = list(came)
    strict = len(gone) != len(came)
    for parameter in gone:
        fitting = (other for other in left if _alike(parameter, other, strict=strict))
        if (found := next(fitting, None)) is not None:
            pairs.append((parameter, found))
            left = left[left.index(found) + 1 :]
    return pairs


def _alike(old: Parameter, new: Parameter, *, strict: bool) -> bool:
    """Whether one may be the other under a new name: no other type, and, where it must be told from others, the
    same kind and as required."""
    same_type = old.type is None or new.type is None or old.type.normal == new.type.normal
    return same_type and (not strict or (old.required is new.required and old.kind is new.kind))


def _renamed_keyword(
    old: Sequence[Parameter], new: Sequence[Parameter], common: set[str]
) -> list[tuple[Parameter, Parameter]]:
    """One keyword-only parameter that went and one that came, alike, are one that was renamed."""
    gone = [p for p in old if p.kind is ParameterKind.KEYWORD_ONLY and p.name not in common]
    came = [p for p in new if p.kind is ParameterKind.KEYWORD_ONLY and p.name not in common]
    return [
        (first, second)
        for first, second in zip(gone, came, strict=False)
        if len(gone) == len(came) == 1 and _alike(first, second, strict=True)
    ]


def _variadic(old: Sequence[Parameter], new: Sequence[Parameter]) -> list[tuple[Parameter, Parameter]]:
    """`*args` is `*args` and `**kwargs` is `**kwargs`, whatever their names."""
    return [(first, second) for first in old for second in new if first.kind.variadic and first.kind is second.kind]
