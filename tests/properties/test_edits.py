"""What an edit breaks is found where it happens, and nowhere else."""

from collections.abc import Sequence

from hypothesis import given, note
from hypothesis import strategies as st

from tests.properties.comparing import Found, between
from tests.properties.descriptions import Package
from tests.properties.edits import Edit, edits
from tests.properties.generation import packages
from tests.properties.rendering import render


@st.composite
def edited(draw: st.DrawFn, most: int = 5) -> tuple[Package, tuple[Edit, ...]]:
    """A package, and edits of different elements of it; the kind is drawn first, so that rare kinds are tried too."""
    package = draw(packages())
    by_kind: dict[str, list[Edit]] = {}
    for edit in edits(package):
        by_kind.setdefault(edit.kind, []).append(edit)
    chosen: list[Edit] = []
    for _ in range(draw(st.integers(1, most))):
        edit = draw(st.sampled_from(by_kind[draw(st.sampled_from(sorted(by_kind)))]))
        if all(edit.apart(other) for other in chosen):
            chosen.append(edit)
    return package, tuple(chosen)


def after(package: Package, chosen: Sequence[Edit]) -> Package:
    for edit in chosen:
        package = edit(package)
    return package


def show(package: Package) -> None:
    for path, text in render(package).items():
        note(f"# {path}\n{text[text.index('def _traced') :]}")


def missing(edit: Edit, found: Sequence[Found]) -> str | None:
    """What should have been found of this edit, and was not."""
    here = [each for each in found if not {each.element, each.renamed}.isdisjoint(edit.paths)]
    if edit.kind == "fields reordered":  # one of them moved, and which one nobody can say
        here = [each for each in found if each.path.startswith(f"{edit.path}.")]
    if not here:
        return f"{edit}: nothing was found" if edit.harms else None
    host, driver = max(each.host for each in here), max(each.driver for each in here)
    if host < edit.host or driver < edit.driver:
        return f"{edit}: only host {host}, driver {driver} was found"
    return None


@given(edited())
def test_every_edit_is_found_at_its_element_and_nothing_elsewhere(case: tuple[Package, tuple[Edit, ...]]) -> None:
    package, chosen = case
    new = after(package, chosen)
    found = between(package, new)
    problems = [problem for edit in chosen if (problem := missing(edit, found)) is not None]
    problems += [f"not edited: {each}" for each in found if not any(edit.touches(each.path) for edit in chosen)]
    if problems:
        show(package)
        show(new)
        for each in found:
            note(f"found: {each}")
    assert problems == []


@given(edited(most=1))
def test_one_edit_breaks_nobody_else(case: tuple[Package, tuple[Edit, ...]]) -> None:
    package, (edit,) = case
    new = after(package, [edit])
    found = between(package, new)
    worse = [f"{edit}: {each}" for each in found if each.breaks - edit.breaks]
    if worse:
        show(package)
        show(new)
    assert worse == []
