"""The comparison the other way round tells the opposite, and hurts the other side."""

from collections.abc import Sequence

from hypothesis import given, note

from tests.properties import mirrors
from tests.properties.comparing import Found, between, show
from tests.properties.descriptions import Package
from tests.properties.edit import Edit, after
from tests.properties.generation import edited


def unmirrored(forward: Sequence[Found], backward: Sequence[Found]) -> list[str]:
    """What is found forward and has no mirror image backward."""
    there = {mirrors.seen(each): each for each in backward}
    problems = []
    for each in forward:
        image = there.get(mirrors.opposite(each))
        if image is None and not mirrors.may_be_silent(each):
            problems.append(f"no mirror image: {each}")
        exact = each.change.charge is not None
        if image is not None and exact and mirrors.sides(each, swapped=True) != mirrors.sides(image, swapped=False):
            problems.append(f"not the other side: {each} / {image}")
    return problems


@given(edited())
def test_the_mirrored_edit_gives_the_mirrored_finding(case: tuple[Package, Sequence[Edit]]) -> None:
    package, chosen = case
    new = after(package, chosen)
    forward, backward = between(package, new), between(new, package)
    problems = [*unmirrored(forward, backward), *unmirrored(backward, forward)]
    if problems:
        show(package)
        show(new)
        for each in (*forward, *backward):
            note(f"found: {each}")
    assert problems == []
