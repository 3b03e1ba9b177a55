"""What Python says is broken, is found: programs that ran with the old text and fail with the new one."""

from collections.abc import Sequence

from hypothesis import given, note

from tests.properties.comparing import Found, between, show
from tests.properties.descriptions import Package
from tests.properties.edit import Edit, after
from tests.properties.generation import edited
from tests.properties.programs import failure, imported, programs
from tests.properties.rendering import render


def failures(package: Package, new: Package) -> list[tuple[str, str, str]]:
    """The element and the side of each program that fails now, and what it says."""
    with imported(render(package)):
        running = [each for each in programs(package) if failure(each) is None]
    with imported(render(new)):
        failing = [(each, error) for each in running if (error := failure(each)) is not None]
    return [(each.path, side, f"{each.text!r}: {error!r}") for each, error in failing for side in sorted(each.sides)]


def foretold(path: str, side: str, found: Sequence[Found]) -> bool:
    """Whether something is said to break this side at the element, inside of it, or at what holds it."""
    paths = [each.path for each in found if side in each.breaks]
    return any(
        path == other or other.startswith((f"{path}.", f"{path}(")) or path.startswith(f"{other}.") for other in paths
    )


@given(edited())
def test_a_program_that_fails_now_is_foretold(case: tuple[Package, Sequence[Edit]]) -> None:
    package, chosen = case
    new = after(package, chosen)
    found = between(package, new)
    unforetold = [
        f"{side} at {path}: {error}" for path, side, error in failures(package, new) if not foretold(path, side, found)
    ]
    if unforetold:
        show(package)
        show(new)
        for each in found:
            note(f"found: {each}")
    assert unforetold == []
