"""Drivers may be called while another call for the same instance runs.

So far the host let no other call for the instance run beside this one, and a driver needed no lock. A driver that
changes what the other call reads goes wrong where the two meet: rarely, and without an error. Whether its body does so,
the interface does not show.

## What to do instead

Add a method in parallel that is `@concurrent` from its first release, and supersede this one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared


@rule(
    summary="A method may now be called while another call for the same instance runs.",
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def abort(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    @concurrent\n    def abort(self, instance): ...",
            at=("Driver.abort",),
        ),
        Miss(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    @concurrent\n    def abort(self, instance): ...",
            because="Nobody has implemented it under another promise.",
            others=("method-added-concrete",),
        ),
    ),
)
def method_now_concurrent(pair: MethodPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and contracts[1].concurrent and not contracts[0].concurrent:
        yield fact(pair, f"`{pair.name}` may now be called while another call for the same instance runs")
