"""What is accepted knowingly: read strictly, applied narrowly, never stale."""

from pathlib import Path

import pytest

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.model.finding import Acceptance, Finding, Level
from virtapi_analyzer.policy.acceptances import accept, read_acceptances

RULES = ("param-added-optional", "method-removed")
SPAWN = Acceptance(rule="method-removed", path="pkg.Driver.spawn", reason="nobody has it yet", expires="2026.1")


def a_finding(rule: str = "method-removed", path: str = "pkg.Driver.spawn", level: Level = Level.DENY) -> Finding:
    return Finding(
        rule=rule,
        path=path,
        element=path.partition("(")[0],
        host=Severity.BREAKING,
        driver=Severity.BREAKING,
        level=level,
        message="it is gone",
        instead=None,
        old="def spawn(self)",
        new=None,
        location=None,
    )


def test_a_file_is_read_in_its_order(tmp_path: Path) -> None:
    file = tmp_path / "accepted.toml"
    file.write_text(
        '[[accepted]]\nrule = "method-removed"\npath = "pkg.Driver.spawn"\nreason = "nobody has it yet"\n'
        'expires = "2026.1"\n[[accepted]]\nrule = "param-added-optional"\npath = "*"\nreason = "why not"\n'
    )
    assert read_acceptances(file, rules=RULES) == (
        SPAWN,
        Acceptance(rule="param-added-optional", path="*", reason="why not"),
    )


def test_without_a_file_nothing_is_accepted(tmp_path: Path) -> None:
    assert read_acceptances(tmp_path / "accepted.toml", rules=RULES) == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[accepted]\nrule = 'x'", "accepted must be a list of tables"),
        ("[[acepted]]\nrule = 'x'", "acepted is no key"),
        ("[[accepted]]\npath = 'p'\nreason = 'r'", "accepted[0].rule is missing"),
        ("[[accepted]]\nrule = 'method-removed'\nreason = 'r'", "accepted[0].path is missing"),
        ("[[accepted]]\nrule = 'method-removed'\npath = 'p'", "accepted[0].reason is missing"),
        ("[[accepted]]\nrule = 'method-removed'\npath = 'p'\nreason = ''", "accepted[0].reason must be a text"),
        (
            "[[accepted]]\nrule = 'method-removed'\npath = 'p'\nreason = 'r'\nexpire = '1'",
            "accepted[0].expire is no key: did you mean expires?",
        ),
        (
            "[[accepted]]\nrule = 'method-removed'\npath = 'p'\nreason = 'r'\nexpires = 'soon'",
            "accepted[0].expires is no release: 'soon'",
        ),
        (
            "[[accepted]]\nrule = 'method-remove'\npath = 'p'\nreason = 'r'",
            "accepted[0].rule names no rule: 'method-remove'; did you mean 'method-removed'",
        ),
        ("accepted = [", "is no TOML"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "accepted.toml"
    file.write_text(content)
    with pytest.raises(ConfigurationError) as caught:
        read_acceptances(file, rules=RULES)
    assert says in str(caught.value)
    assert "accepted.toml" in str(caught.value)


def test_what_is_accepted_is_allowed_and_keeps_its_reason() -> None:
    findings, stale = accept([a_finding()], (SPAWN,), release="2026.1")
    assert [(finding.level, finding.acceptance) for finding in findings] == [(Level.ALLOW, SPAWN)]
    assert stale == ()


@pytest.mark.parametrize(
    "finding",
    [
        a_finding(path="pkg.Driver.destroy"),
        a_finding(rule="param-added-optional"),
        a_finding(level=Level.ALLOW),
    ],
)
def test_an_acceptance_that_covers_nothing_is_stale(finding: Finding) -> None:
    findings, stale = accept([finding], (SPAWN,), release="2026.1")
    assert findings == [finding]
    assert stale == ((SPAWN, "it covers no finding: delete it"),)


def test_an_acceptance_of_a_method_covers_its_parameters() -> None:
    optional = Acceptance(rule="param-added-optional", path="pkg.Driver.spawn", reason="r")
    findings, stale = accept(
        [a_finding("param-added-optional", "pkg.Driver.spawn(image)")], (optional,), release="2026.1"
    )
    assert findings[0].acceptance == optional
    assert not stale


@pytest.mark.parametrize("release", ["2026.1.1", "2026.2", "2027.1"])
def test_an_expired_acceptance_covers_nothing_and_is_stale(release: str) -> None:
    findings, stale = accept([a_finding()], (SPAWN,), release=release)
    assert findings[0].level is Level.DENY
    assert stale == ((SPAWN, f"it held until 2026.1, this becomes {release}: delete it, or decide anew"),)


def test_where_the_release_is_not_known_nothing_expires() -> None:
    findings, stale = accept([a_finding()], (SPAWN,), release=None)
    assert findings[0].level is Level.ALLOW
    assert not stale


def test_a_new_acceptance_takes_over_from_an_expired_one() -> None:
    anew = Acceptance(rule="method-removed", path="pkg.*", reason="still nobody", expires="2026.2")
    findings, stale = accept([a_finding()], (SPAWN, anew), release="2026.2")
    assert findings[0].acceptance == anew
    assert [acceptance for acceptance, _ in stale] == [SPAWN]
