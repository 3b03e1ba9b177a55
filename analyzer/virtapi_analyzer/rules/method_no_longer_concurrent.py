"""Who called the method while another call for the same instance ran must not do so any more.

A host that aborts or asks during a long call now waits until that is over, or calls a driver that is not prepared for
it. Whether a call meets another, the interface does not show.

## What to do instead

Leave the mark where it is: a driver that can bear two calls at once can bear one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared


@rule(
    summary="A method may no longer be called while another call for the same instance runs.",
    caller=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @concurrent\n    def abort(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    def abort(self, instance): ...",
            at=("Driver.abort",),
        ),
    ),
)
def method_no_longer_concurrent(pair: MethodPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and contracts[0].concurrent and not contracts[1].concurrent:
        yield fact(pair, f"`{pair.name}` may no longer be called while another call for the same instance runs")
