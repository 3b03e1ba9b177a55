"""A class that conformed to the protocol lacks the new member.

Who conforms without inheriting gets no body either, whatever the protocol defines.

## What to do instead

Put the member into a protocol of its own that derives from this one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="A method was added to a protocol.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(Protocol):\n    def pause(self, instance): ...",
            new=(
                "@driver_interface\nclass Driver(Protocol):\n"
                "    def pause(self, instance): ...\n    def resume(self, instance): ..."
            ),
            at=("Driver.resume",),
        ),
        Miss(
            old="@driver_interface\nclass Driver(Protocol):\n    def pause(self, instance): ...",
            new=(
                "@driver_interface\nclass Driver(Protocol):\n    def pause(self, instance): ...\n"
                "@driver_interface\nclass Resuming(Driver, Protocol):\n    def resume(self, instance): ..."
            ),
            because="A protocol of its own asks nothing of who conforms to this one.",
            others=("class-added",),
        ),
    ),
)
def protocol_member_added(pair: MethodPair) -> Iterator[Change]:
    if pair.old is None and pair.new is not None and protocol_now(pair):
        yield fact(pair, f"the protocol now demands `{pair.name}`, which old classes lack")
