"""Calls of the form that is gone fail.

Old overrides still answer it, which hurts nobody. A form counts as gone where the new ones together do not take all its
calls: by the way the arguments are passed, which Python shows, or by their types, as far as these show in the text.

## What to do instead

Keep the form for a cycle and mark it as deprecated.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import OverloadPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_forms, forms


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
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: str, timeout: int) -> str: ..."
            ),
            new="@driver_interface\nclass Driver:\n    def connect(self, uri: str) -> bytes: ...",
            at=("Driver.connect",),
        ),
        Miss(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: str, timeout: int = 0) -> bytes: ..."
            ),
            new="@driver_interface\nclass Driver:\n    def connect(self, uri: str, timeout: int = 0) -> bytes: ...",
            because="The form that stayed takes every call of the other one, and gives the same.",
        ),
    ),
)
def overload_removed(pair: OverloadPair) -> Iterator[Change]:
    if pair.gone and not pair.came and not pair.private:
        yield failing_forms(pair, f"`{pair.name}` can no longer be called as {forms(pair.gone)}")
