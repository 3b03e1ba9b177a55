"""There is a new way of calling, which old overrides do not know.

Every old call still works. A driver that overrides the method answers only the forms that it knew. A form counts as new
where the old ones together do not take all its calls: by the way the arguments are passed, which Python shows, or by
their types, as far as these show in the text.

## What to do instead

Add a method beside it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import OverloadPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import failing_forms, forms


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
        Hit(
            old="@driver_interface\nclass Driver:\n    def connect(self, uri: str) -> bytes: ...",
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: str, timeout: int) -> str: ..."
            ),
            at=("Driver.connect",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def connect(self, uri: str, timeout: int = 0) -> bytes: ...",
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: str, timeout: int) -> bytes: ..."
            ),
            because="One form was split in two, which together take the same calls: the old one takes them all.",
        ),
        Miss(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str | int) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: float) -> str: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: float) -> str: ..."
            ),
            because="The members of a union got forms of their own, with the same result.",
        ),
    ),
)
def overload_added(pair: OverloadPair) -> Iterator[Change]:
    if pair.came and not pair.gone and not pair.private:
        yield failing_forms(pair, f"`{pair.name}` can now also be called as {forms(pair.came)}")
