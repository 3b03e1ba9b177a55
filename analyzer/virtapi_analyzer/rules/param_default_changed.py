"""A call that leaves the argument out now means something else.

Every call still works. Who relied on the old default gets other behaviour without touching a line. Old overrides keep
the old default, so the answer also depends on how old the driver is.

## What to do instead

Pass the value explicitly where it matters, or add a method beside it with the new default.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import values_differ
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import became, fact


@rule(
    summary="The default of a parameter changed.",
    caller=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old='@driver_interface\nclass Driver:\n    def reboot(self, instance, kind="SOFT"): ...',
            new='@driver_interface\nclass Driver:\n    def reboot(self, instance, kind="HARD"): ...',
            at=("Driver.reboot(kind)",),
        ),
        Miss(
            old='def connect(uri="qemu:///system"): ...',
            new="def connect(uri='qemu:///system'): ...",
            because="Other quotes, the same text.",
        ),
        Miss(
            old="def connect(uri, timeout=...): ...",
            new="def connect(uri, timeout=60): ...",
            because="`...` in a stub says that there is a default, not which.",
        ),
    ),
)
def param_default_changed(pair: ParameterPair) -> Iterator[Change]:
    if pair.both is None or pair.callable.private:
        return
    old, new = pair.both
    if old.default and new.default and values_differ(old.default, new.default):
        yield fact(pair, f"the default of `{new.name}` {became(old.default, new.default)}")
