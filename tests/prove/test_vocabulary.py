"""The words that mypy is given are the words that there are."""

from virtapi import contract
from virtapi_analyzer.prove.vocabulary import WORDS, with_vocabulary


def test_every_word_that_can_stand_in_an_interface_is_known() -> None:
    read_back = {"Declared", "Role", "declared"}
    assert set(WORDS) == set(contract.__all__) - read_back


def test_the_vocabulary_that_is_there_stays() -> None:
    files = {"virtapi/contract.py": "...", "virtapi/__init__.py": ""}
    assert with_vocabulary(files) == files


def test_a_package_that_lacks_it_is_given_it() -> None:
    assert set(with_vocabulary({"pkg/__init__.pyi": ""})) == {
        "pkg/__init__.pyi",
        "virtapi/__init__.pyi",
        "virtapi/contract.pyi",
    }
