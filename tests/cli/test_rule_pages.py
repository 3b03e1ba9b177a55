"""`virtapi rules --pages`: a folder that is written, compared and kept tidy."""

import pytest

from tests.shared import REPOSITORY
from virtapi_analyzer.rules import catalogue


@pytest.fixture
def folder(virtapi, tmp_path):
    target = tmp_path / "docs" / "rules"
    outcome = virtapi("rules", "--pages", str(target))
    assert outcome.status == 0
    assert len(outcome.out.splitlines()) == len(catalogue()) + 1
    return target


def test_what_is_written_is_fresh_and_not_written_again(virtapi, folder):
    for options in ((), ("--check",)):
        outcome = virtapi("rules", "--pages", str(folder), *options)
        assert (outcome.status, outcome.out) == (0, "every page is as its rule says\n")


def test_a_stale_page_fails_the_check_and_stays_as_it_is(virtapi, folder):
    page = folder / "param-added-optional.md"
    page.write_text("something else")
    outcome = virtapi("rules", "--pages", str(folder), "--check")
    assert (outcome.status, outcome.out) == (1, "param-added-optional.md\n")
    assert f"`virtapi rules --pages {folder}` writes them" in outcome.err
    assert page.read_text() == "something else"


def test_the_page_of_a_rule_that_went_is_deleted_and_nothing_else(virtapi, folder):
    left_over, own = folder / "rule-that-went.md", folder / "notes.md"
    left_over.write_text((folder / "param-added-optional.md").read_text())
    own.write_text("# Notes\n")
    assert virtapi("rules", "--pages", str(folder), "--check").out == "rule-that-went.md\n"
    assert virtapi("rules", "--pages", str(folder)).out == "rule-that-went.md updated\n"
    assert not left_over.exists()
    assert own.exists()


def test_a_folder_that_cannot_be_written_ends_with_two(virtapi, tmp_path):
    file = tmp_path / "file"
    file.touch()
    outcome = virtapi("rules", "--pages", str(file))
    assert outcome.status == 2
    assert "name another folder" in outcome.err


def test_a_check_without_a_folder_ends_with_two(virtapi):
    outcome = virtapi("rules", "--check")
    assert outcome.status == 2
    assert "--pages FOLDER" in outcome.err


def test_the_pages_of_this_repository_are_fresh(virtapi):
    outcome = virtapi("rules", "--pages", str(REPOSITORY / "docs" / "rules"), "--check")
    assert outcome.status == 0, f"stale, `virtapi rules --pages docs/rules` writes them: {outcome.out}"
