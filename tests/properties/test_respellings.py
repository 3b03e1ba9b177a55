"""What is only said in other words is silent."""

from hypothesis import given, note

from tests.properties.comparing import between
from tests.properties.descriptions import Package
from tests.properties.generation import packages, spellings
from tests.properties.rendering import Spelling, render


def quiet(package: Package, first: Spelling, second: Spelling) -> None:
    """Fail, with both texts, if anything is found between two spellings of one package."""
    found = [str(each) for each in between(package, package, first, second)]
    if found:
        for spelling in (first, second):
            for path, text in render(package, spelling).items():
                note(f"# {path}\n{text[text.index('def _traced') :]}")
    assert found == []


@given(packages(), spellings, spellings)
def test_two_spellings_of_one_package_are_silent(package: Package, first: Spelling, second: Spelling) -> None:
    quiet(package, first, second)
