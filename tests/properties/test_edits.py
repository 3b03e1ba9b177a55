"""What an edit breaks is found where it happens, and nowhere else."""

from collections.abc import Sequence

from hypothesis import given, note

from tests.properties.comparing import Found, between, show
from tests.properties.descriptions import Package
from tests.properties.edit import Edit, after
from tests.properties.generation import edited, spellings_that_keep_names
from tests.properties.rendering import Spelling
from virtapi_analyzer.model.change import Severity


def missing(edit: Edit, found: Sequence[Found]) -> str | None:
    """What should have been found of this edit, and was not."""
    here = [each for each in found if not {each.element, each.renamed}.isdisjoint(edit.paths)]
    if edit.kind == "fields reordered":  # one of them moved, and which one nobody can say
        here = [each for each in found if each.path.startswith(f"{edit.path}.")]
    if edit.unmade and not any("." not in each.path and each.host is Severity.BREAKING for each in found):
        return f"{edit}: nothing says that no {edit.unmade[0]} can be made"
    if not here:
        return f"{edit}: nothing was found" if edit.harms else None
    host, driver = max(each.host for each in here), max(each.driver for each in here)
    if host < edit.host or driver < edit.driver:
        return f"{edit}: only host {host}, driver {driver} was found"
    return None


@given(edited(), spellings_that_keep_names, spellings_that_keep_names)
def test_every_edit_is_found_at_its_element_and_nothing_elsewhere(
    case: tuple[Package, tuple[Edit, ...]], first: Spelling, second: Spelling
) -> None:
    package, chosen = case
    new = after(package, chosen)
    found = between(package, new, first, second)
    problems = [problem for edit in chosen if (problem := missing(edit, found)) is not None]
    problems += [f"not edited: {each}" for each in found if not any(edit.touches(each.path) for edit in chosen)]
    if problems:
        show(package, first)
        show(new, second)
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
