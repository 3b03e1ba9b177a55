"""`virtapi accept`: a finding is taken knowingly, and by whom."""

import subprocess

import pytest

ADDED = ("litres: int)", "litres: int, hot: bool = True)")
WHAT = ("param-added-optional", "kettle.Driver.boil", "--reason", "Nobody has it yet.")


def test_what_is_accepted_passes_and_says_who_decided(released, virtapi):
    released.edit(*ADDED)
    outcome = virtapi("accept", *WHAT, "--by", "Ada", "--expires", "2026.2")
    assert (outcome.status, outcome.out) == (0, "param-added-optional at kettle.Driver.boil(hot)\n")
    assert outcome.err == "virtapi: accepted by Ada: baselines/accepted.toml\n"
    checked = virtapi("check")
    assert checked.status == 0
    assert "accepted  Nobody has it yet. (Ada, until 2026.2)" in checked.out
    assert virtapi("release", "2026.2").status == 0


def test_without_a_name_it_is_git_s(released, virtapi):
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "config", "user.name", "Grace Hopper"], check=True)
    released.edit(*ADDED)
    assert virtapi("accept", *WHAT).status == 0
    assert 'by = "Grace Hopper"' in (released.root / "baselines" / "accepted.toml").read_text()


def test_without_any_name_nobody_has_decided(released, virtapi, monkeypatch):
    monkeypatch.setenv("PATH", "")
    released.edit(*ADDED)
    outcome = virtapi("accept", *WHAT)
    assert outcome.status == 2
    assert outcome.err == "virtapi: nobody has decided that: name who with --by, or set git's user.name\n"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("param-added-optionl", "*"), "no rule is called 'param-added-optionl': did you mean param-added-optional?"),
        (("method-removed", "*"), "method-removed says nothing of *: `virtapi check` shows what is open"),
        (
            ("param-added-optional", "Driver.boil"),
            "param-added-optional says nothing of Driver.boil: it speaks of kettle.Driver.boil(hot)",
        ),
        (("param-added-optional", "*", "--expires", "soon"), "'soon' is no release: name a version such as 2026.1"),
        (
            ("param-added-optional", "*", "--expires", "2026.1"),
            "2026.1 is past, the tree becomes 2026.2: name that or a later release",
        ),
    ],
)
def test_what_cannot_hold_is_refused_in_one_line(released, virtapi, arguments, why):
    released.edit(*ADDED)
    outcome = virtapi("accept", *arguments, "--reason", "So be it.", "--by", "Ada")
    assert (outcome.status, outcome.err) == (2, f"virtapi: {why}\n")
    assert not (released.root / "baselines" / "accepted.toml").exists()


def test_what_is_accepted_already_is_refused(released, virtapi):
    released.edit(*ADDED)
    assert virtapi("accept", *WHAT, "--by", "Ada").status == 0
    before = (released.root / "baselines" / "accepted.toml").read_text()
    again = virtapi("accept", *WHAT, "--by", "Ada")
    assert again.status == 2
    assert "is accepted already (Nobody has it yet.): edit it there, or delete it" in again.err
    narrower = virtapi("accept", "param-added-optional", "kettle.Driver.boil(hot)", "--reason", "So.", "--by", "Ada")
    assert "is accepted already, by a wider path" in narrower.err
    assert (released.root / "baselines" / "accepted.toml").read_text() == before
