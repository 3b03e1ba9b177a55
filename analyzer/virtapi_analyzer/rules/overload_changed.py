"""A form is there in another shape.

Whether old calls and old overrides fit it depends on the types.

## What to do instead

Keep the old form beside the new one for a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import OverloadPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, forms


@rule(
    summary="A form of an overload set was replaced by another.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> str: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: float) -> str: ..."
            ),
            at=("Driver.connect",),
        ),
    ),
)
def overload_changed(pair: OverloadPair) -> Iterator[Change]:
    if pair.gone and pair.came and not pair.private:
        yield fact(pair, f"`{pair.name}` was called as {forms(pair.gone)} and is now called as {forms(pair.came)}")
