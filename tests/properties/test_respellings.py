"""What is only said in other words is silent."""

from hypothesis import given

from tests.properties.comparing import between, show
from tests.properties.descriptions import Package
from tests.properties.generation import packages, spellings
from tests.properties.rendering import Spelling


@given(packages(), spellings, spellings)
def test_two_spellings_of_one_package_are_silent(package: Package, first: Spelling, second: Spelling) -> None:
    found = [str(each) for each in between(package, package, first, second)]
    if found:
        show(package, first)
        show(package, second)
    assert found == []
