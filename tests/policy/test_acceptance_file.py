"""A file of acceptances that people edit, and one more in it."""

import tomllib

import pytest

from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.model.finding import Acceptance
from virtapi_analyzer.policy.acceptance_file import with_acceptance

NEW = Acceptance(rule="method-removed", path="kettle.Driver.boil", reason='It "never" worked.', by="Ada Lovelace")
ENTRY = """\
[[accepted]]
rule = "method-removed"
path = "kettle.Driver.boil"
reason = "It \\"never\\" worked."
by = "Ada Lovelace"
"""


def entry(rule: str, path: str) -> str:
    return f'[[accepted]]\nrule = "{rule}"\npath = "{path}"\nreason = "So be it."\n'


def test_the_first_makes_the_file() -> None:
    assert with_acceptance("", NEW) == ENTRY


def test_it_stands_in_its_place_by_rule_and_path() -> None:
    before, after = entry("method-removed", "kettle.Alone"), entry("param-renamed", "kettle.Driver")
    assert with_acceptance(f"{before}\n{after}", NEW) == f"{before}\n{ENTRY}\n{after}"


def test_what_was_not_sorted_is() -> None:
    first, last = entry("class-removed", "kettle.A"), entry("param-renamed", "kettle.Driver")
    assert with_acceptance(f"{last}\n{first}", NEW) == f"{first}\n{ENTRY}\n{last}"


def test_every_comment_stays_beside_its_entry() -> None:
    on_top = "# What the owner takes knowingly.\n# Ask before you add one."
    last = '# Nobody calls it.\n[[accepted]]  # really\nrule = "param-renamed" # this\npath = "b"\nreason = "So."\n'
    first = "# Long ago.\n# Very long.\n" + entry("class-removed", "kettle.A")
    assert with_acceptance(f"{on_top}\n\n{last}\n{first}", NEW) == f"{on_top}\n\n{first}\n{ENTRY}\n{last}"


def test_what_stands_at_the_end_stays() -> None:
    only = entry("class-removed", "kettle.A") + "# the end"
    assert with_acceptance(only, NEW) == f"{only}\n\n{ENTRY}"


def test_a_file_with_nothing_but_a_comment_keeps_it() -> None:
    assert with_acceptance("# Nothing yet.\n", NEW) == f"# Nothing yet.\n\n{ENTRY}"


def test_texts_that_look_like_entries_are_texts() -> None:
    odd = '[[accepted]]\nrule = "a"\npath = "b"\nreason = """\n[[accepted]]\n# no comment\n"""\n'
    written = with_acceptance(odd, NEW)
    assert written == f"{odd}\n{ENTRY}"
    assert len(tomllib.loads(written)["accepted"]) == 2


def test_a_list_in_one_value_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"write each under \[\[accepted\]\]"):
        with_acceptance('accepted = [{rule = "a", path = "b", reason = "c"}]', NEW)
