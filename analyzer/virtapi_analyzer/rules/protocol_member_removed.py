"""Calls of the member fail.

A class that conforms to the protocol has one member more than it needs, which hurts nobody.

## What to do instead

Keep the member and mark it as superseded; remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_before


@rule(
    summary="A method was removed from a protocol.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver(Protocol):\n"
                "    def pause(self, instance): ...\n    def resume(self, instance): ..."
            ),
            new="@driver_interface\nclass Driver(Protocol):\n    def pause(self, instance): ...",
            at=("Driver.resume",),
        ),
    ),
)
def protocol_member_removed(pair: MethodPair) -> Iterator[Change]:
    if pair.old is None or pair.new is not None or pair.renamed is not None or pair.private:
        return
    if protocol_before(pair):
        yield fact(pair, f"the protocol no longer has `{pair.name}`", removal=True)
