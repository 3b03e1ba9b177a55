"""Calls of the form that is gone fail.

Old overrides still answer it, which hurts nobody.

## What to do instead

Keep the form for a cycle and mark it as deprecated.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import OverloadPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, forms


@rule(
    summary="A form of an overload set was removed.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> str: ...\n    @overload\n"
                "    def connect(self, uri: bytes) -> int: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> str: ..."
            ),
            at=("Driver.connect",),
        ),
    ),
)
def overload_removed(pair: OverloadPair) -> Iterator[Change]:
    if pair.gone and not pair.came and not pair.private:
        yield fact(pair, f"`{pair.name}` can no longer be called as {forms(pair.gone)}")
