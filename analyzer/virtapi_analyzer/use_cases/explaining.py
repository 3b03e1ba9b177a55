"""What the rules and the checks of drivers are about."""

from dataclasses import dataclass
from difflib import get_close_matches

from virtapi_analyzer.drivers.checks import checks
from virtapi_analyzer.drivers.declaration import Check
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.policy.verdicts import verdicts
from virtapi_analyzer.rules import catalogue
from virtapi_analyzer.rules.declaration import Rule


def rules() -> tuple[Rule, ...]:
    """Every rule, by id."""
    return catalogue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A rule, and whom it hurts where: `(where, host, driver)`."""

    rule: Rule
    verdicts: tuple[tuple[str, Severity, Severity], ...]


def explained() -> tuple[Explanation, ...]:
    """Every rule with whom it hurts where, by id."""
    return tuple(_explanation(rule) for rule in catalogue())


def explain(word: str) -> Explanation | Check:
    """The rule, or the check of drivers, of that id, or the only one whose id begins so.

    Raises `ConfigurationError` that names what is near.
    """
    known: dict[str, Rule | Check] = {rule.id: rule for rule in catalogue()}
    known |= {check.id: check for check in checks()}
    wanted = word.strip().lower().replace("_", "-")
    found = [wanted] if wanted in known else [each for each in known if each.startswith(wanted)]
    if len(found) == 1:
        only = known[found[0]]
        return _explanation(only) if isinstance(only, Rule) else only
    if found:
        raise ConfigurationError(f"several rules begin with {word!r}: name one of {', '.join(found)}")
    near = get_close_matches(wanted, known, n=3)
    instead = f"did you mean {' or '.join(near)}" if near else "`virtapi rules` lists them"
    raise ConfigurationError(f"no rule is called {word!r}: {instead}")


def _explanation(rule: Rule) -> Explanation:
    return Explanation(rule=rule, verdicts=tuple(verdicts(rule.sides)))
