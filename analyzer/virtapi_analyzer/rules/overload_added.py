"""There is a new way of calling, which old overrides do not know.

Every old call still works. A driver that overrides the method answers only the forms that it knew.

## What to do instead

Add a method beside it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import OverloadPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, forms


@rule(
    summary="A form was added to an overload set.",
    implementer=Severity.BREAKING,
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
                "    def connect(self, uri: int) -> str: ...\n    @overload\n"
                "    def connect(self, uri: bytes) -> int: ..."
            ),
            at=("Driver.connect",),
        ),
        Hit(
            old="@overload\ndef connect(uri: str) -> bytes: ...\n@overload\ndef connect(uri: int) -> str: ...",
            new=(
                "@overload\ndef connect(uri: str) -> bytes: ...\n@overload\n"
                "def connect(uri: int) -> str: ...\n@overload\ndef connect(uri: bytes) -> int: ..."
            ),
            at=("connect",),
        ),
    ),
)
def overload_added(pair: OverloadPair) -> Iterator[Change]:
    if pair.came and not pair.gone and not pair.private:
        yield fact(pair, f"`{pair.name}` can now also be called as {forms(pair.came)}")
