"""Drivers that do not set it themselves now say something else of themselves.

The value of a capability flag, or of an attribute of the class, is what every driver inherits. The host may begin or
cease to ask something of them.

## What to do instead

Keep the default, and let drivers set the new value one by one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import AttributeKind, values_differ
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import ordinary, told_by_keys
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import became, fact


@rule(
    summary="The inherited value of a capability flag or class attribute changed.",
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    supports_migration: bool = False",
            new="@driver_interface\nclass Driver:\n    supports_migration: bool = True",
            at=("Driver.supports_migration",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    supports_migration: bool = False",
            new="@driver_interface\nclass Driver:\n    supports_migration: bool",
            because="A stub that gives no value does not say that it changed.",
        ),
    ),
)
def flag_default_changed(pair: AttributePair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None or told_by_keys(pair):
        return
    old, new = pair.both
    inherited = new.kind is AttributeKind.FLAG or (ordinary(pair) and not old.final)
    if inherited and old.value and new.value and values_differ(old.value, new.value):
        yield fact(pair, f"the value of `{pair.name}` {became(old.value, new.value)}")
