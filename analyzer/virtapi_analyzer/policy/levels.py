"""What this project does about a change or a fault, before anything was accepted."""

from virtapi_analyzer.interface.patterns import matches
from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.fault import Fault
from virtapi_analyzer.model.finding import Level
from virtapi_analyzer.policy.configuration import Configuration
from virtapi_analyzer.policy.subject import element_path


def level_of(
    change: Change,
    *,
    host: Severity,
    driver: Severity,
    configuration: Configuration,
    experimental: bool = False,
    planned: bool = False,
) -> Level:
    """The level of a change with these severities.

    Where the project says nothing: what breaks drivers is denied, what breaks hosts or may break anybody is warned of,
    and what is removed without having been superseded is denied whoever it breaks. The project's levels count above
    that; what was experimental is warned of at most, and what was planned is allowed; the project's overrides count
    above all. Of several that fit, the most specific counts.
    """
    level = _of_rule(change.rule, configuration) or _default(change, host, driver)
    if planned:
        level = Level.ALLOW
    if level is Level.DENY and experimental:
        level = Level.WARN
    return _of_element(change, configuration) or level


def level_of_fault(fault: Fault, configuration: Configuration) -> Level:
    """The level of what is wrong with one interface: denied where the project says nothing, whoever may be hurt.

    What may merely wait no longer is warned of, and so is what is wrong with a host, which may be anybody's.
    """
    default = Level.WARN if fault.lenient or fault.host is not None else Level.DENY
    return _of_element(fault, configuration) or _of_rule(fault.rule, configuration) or default


def covers(glob: str, path: str) -> bool:
    """Whether a glob over paths means this change: it fits the change itself, or the function of a parameter."""
    return matches(glob, path) or matches(glob, element_path(path))


def _default(change: Change, host: Severity, driver: Severity) -> Level:
    worst = max(host, driver)
    if driver is Severity.BREAKING or (change.removal and worst is Severity.BREAKING):
        return Level.DENY
    return Level.WARN if worst >= Severity.POTENTIALLY_BREAKING else Level.ALLOW


def _of_rule(rule: str, configuration: Configuration) -> Level | None:
    fitting = [glob for glob in configuration.levels if matches(glob, rule)]
    return configuration.levels[max(fitting, key=_specificity)] if fitting else None


def _of_element(change: Change | Fault, configuration: Configuration) -> Level | None:
    best: tuple[tuple[bool, int], tuple[bool, int]] | None = None
    level = None
    for override in configuration.overrides:
        paths = [_specificity(glob) for glob in override.paths if covers(glob, change.path)]
        rules = [_specificity(glob) for glob in override.rules if matches(glob, change.rule)]
        if paths and rules and (best is None or (max(paths), max(rules)) >= best):
            best, level = (max(paths), max(rules)), override.level
    return level


def _specificity(glob: str) -> tuple[bool, int]:
    """How much a glob says: one without a wildcard most, then by the length of the rest."""
    return "*" not in glob and "?" not in glob, len(glob.replace("*", "").replace("?", ""))
