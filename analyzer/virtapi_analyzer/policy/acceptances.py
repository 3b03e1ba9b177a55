"""What the owner of the interface takes knowingly, and whether that still holds.

```toml
[[accepted]]
rule = "param-added-optional"
path = "virtapi.driver.ComputeDriver.spawn*"   # a glob over paths
reason = "No driver outside this repository exists yet."
by = "Ada Lovelace"                            # who decided; `virtapi accept` always writes it
expires = "2026.1"                             # the last release for which it holds; without it: for ever
```
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from packaging.version import InvalidVersion, Version

from virtapi_analyzer.interface.folders import shown
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.model.finding import Acceptance, Finding, Level
from virtapi_analyzer.policy.levels import covers
from virtapi_analyzer.policy.tables import Table, read_toml

Stale = tuple[Acceptance, str]
"""An acceptance that fails, and why."""


def read_acceptances(file: Path, *, rules: Collection[str]) -> tuple[Acceptance, ...]:
    """The acceptances of a file, in its order; none where there is no such file.

    Raises `ConfigurationError` that names the file and the key for anything that is not as above, and for a rule that
    is none of `rules`.
    """
    if not file.exists():
        return ()
    content = read_toml(file)
    for key in content:
        if key != "accepted":
            raise ConfigurationError(f"{shown(file)}: {key} is no key: write each acceptance under [[accepted]]")
    entries = content.get("accepted", [])
    if not isinstance(entries, list):
        raise ConfigurationError(f"{shown(file)}: accepted must be a list of tables: write [[accepted]]")
    tables = (Table.of(entry, file=file, key=f"accepted[{place}]") for place, entry in enumerate(entries))
    return tuple(_acceptance(table, rules) for table in tables)


def accept(
    findings: Iterable[Finding], acceptances: tuple[Acceptance, ...], *, release: str | None
) -> tuple[list[Finding], tuple[Stale, ...]]:
    """The findings with those allowed that an acceptance covers, and the acceptances that cover none or have expired.

    `release` is what the tree will become; where that is not known, nothing expires. What is allowed anyway needs no
    acceptance.
    """
    expired = {acceptance for acceptance in acceptances if _expired(acceptance, release)}
    used: set[Acceptance] = set()
    judged = []
    for finding in findings:
        fitting = [acceptance for acceptance in acceptances if _fits(acceptance, finding)]
        used.update(fitting)
        holding = next((acceptance for acceptance in fitting if acceptance not in expired), None)
        judged.append(replace(finding, level=Level.ALLOW, acceptance=holding) if holding else finding)
    return judged, tuple(_stale(acceptances, used, expired, release))


def _stale(
    acceptances: Iterable[Acceptance], used: set[Acceptance], expired: set[Acceptance], release: str | None
) -> Iterator[Stale]:
    for acceptance in acceptances:
        if acceptance not in used:
            yield acceptance, "it covers no finding: delete it"
        elif acceptance in expired:
            yield acceptance, f"it held until {acceptance.expires}, this becomes {release}: delete it, or decide anew"


def _fits(acceptance: Acceptance, finding: Finding) -> bool:
    named = acceptance.rule == finding.rule and covers(acceptance.path, finding.path)
    return named and finding.level is not Level.ALLOW


def _expired(acceptance: Acceptance, release: str | None) -> bool:
    return release is not None and acceptance.expires is not None and Version(acceptance.expires) < Version(release)


def _acceptance(table: Table, rules: Collection[str]) -> Acceptance:
    table.allow("rule", "path", "reason", "by", "expires")
    rule, path, reason = (_required(table, key) for key in ("rule", "path", "reason"))
    if rule not in rules:
        near = get_close_matches(rule, rules, n=1)
        meant = f"did you mean {near[0]!r}" if near else "`virtapi rules` lists them"
        raise table.error("rule", f"names no rule: {rule!r}; {meant}")
    expires = table.text("expires")
    if expires is not None:
        try:
            Version(expires)
        except InvalidVersion as error:
            raise table.error("expires", f"is no release: {expires!r}; write one such as 2026.1") from error
    return Acceptance(rule=rule, path=path, reason=reason, expires=expires, by=table.text("by"))


def _required(table: Table, key: str) -> str:
    value = table.text(key)
    if value is None:
        raise table.error(key, "is missing: an acceptance says rule, path and reason")
    return value
