"""What the owner takes knowingly is written down: one more acceptance."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from virtapi_analyzer.interface.git import user_name
from virtapi_analyzer.interface.tree import silent
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.model.finding import Acceptance, Finding, Level
from virtapi_analyzer.policy.acceptance_file import with_acceptance
from virtapi_analyzer.policy.acceptances import read_acceptances
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration
from virtapi_analyzer.policy.levels import covers
from virtapi_analyzer.rules import catalogue
from virtapi_analyzer.use_cases.comparing import check, version
from virtapi_analyzer.use_cases.opening import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What is to be written, and what it covers: `text` is the whole content of `file`."""

    file: Path
    text: str
    acceptance: Acceptance
    covered: tuple[Finding, ...]


def accepted(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    acceptance: Acceptance,
    *,
    progress: Progress = silent,
) -> Accepted:
    """The file of the acceptances with this one more; nothing is written here.

    Who decided is git's `user.name` where the acceptance does not say. Raises `ConfigurationError` for an acceptance
    that would be refused or stale at once: its rule is none, it is there already, it covers nothing that is denied or
    warned of now, it has expired, or nobody has decided it.
    """
    ids = [rule.id for rule in catalogue()]
    file = configuration.acceptances(interface)
    if file is None:
        raise ConfigurationError(f"{interface.name} has no folder for releases: configure `baselines` for it")
    if acceptance.rule not in ids:
        near = get_close_matches(acceptance.rule, ids, n=1)
        raise ConfigurationError(
            f"no rule is called {acceptance.rule!r}: "
            + (f"did you mean {near[0]}?" if near else "`virtapi rules` lists them")
        )
    if not acceptance.reason.strip():
        raise ConfigurationError("an acceptance needs a reason: say it with --reason")
    _refuse_past(acceptance, interface)
    for other in read_acceptances(file, rules=ids):
        if (other.rule, other.path) == (acceptance.rule, acceptance.path):
            raise ConfigurationError(
                f"{acceptance.rule} at {acceptance.path} is accepted already ({other.reason}): edit it there, "
                "or delete it"
            )
    by = acceptance.by or user_name(configuration.root)
    if by is None:
        raise ConfigurationError("nobody has decided that: name who with --by, or set git's user.name")
    whole = Acceptance(
        rule=acceptance.rule, path=acceptance.path, reason=acceptance.reason, expires=acceptance.expires, by=by
    )
    covered = _covered(acceptance, check(configuration, interface, progress=progress).findings)
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    return Accepted(file=file, text=with_acceptance(before, whole), acceptance=whole, covered=covered)


def _refuse_past(acceptance: Acceptance, interface: InterfaceConfiguration) -> None:
    if acceptance.expires is None:
        return
    expires = version(acceptance.expires)
    if interface.release is not None and expires < version(interface.release):
        raise ConfigurationError(
            f"{acceptance.expires} is past, the tree becomes {interface.release}: name that or a later release"
        )


def _covered(acceptance: Acceptance, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The open findings that an acceptance covers. Raises where there is none, with what is open of its rule."""
    named = [finding for finding in findings if finding.rule == acceptance.rule]
    fitting = [finding for finding in named if covers(acceptance.path, finding.path)]
    covered = tuple(finding for finding in fitting if finding.level is not Level.ALLOW)
    if covered:
        return covered
    if any(finding.acceptance is not None for finding in fitting):
        raise ConfigurationError(f"{acceptance.rule} at {acceptance.path} is accepted already, by a wider path")
    paths = sorted({finding.path for finding in named if finding.level is not Level.ALLOW})
    known = f"it speaks of {', '.join(paths[:3])}" if paths else "`virtapi check` shows what is open"
    raise ConfigurationError(f"{acceptance.rule} says nothing of {acceptance.path}: {known}")
