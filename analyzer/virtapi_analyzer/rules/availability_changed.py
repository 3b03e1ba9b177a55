"""The name is there on other versions of Python or other platforms than before.

A program breaks if it runs where the old condition holds and the new one does not.

## What to do instead

Define the name wherever it was defined before.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.availability import conditions
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The version of Python or the platform on which a name or member is there changed.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    producer=Severity.POTENTIALLY_BREAKING,
    consumer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="import sys\nif sys.version_info >= (3, 12):\n    def connect(uri): ...",
            new="import sys\nif sys.version_info >= (3, 13):\n    def connect(uri): ...",
            at=("connect",),
        ),
        Hit(
            old=(
                "import sys\n@driver_interface\nclass Driver:\n    if sys.version_info >= (3, 12):\n"
                "        @property\n        def uptime(self) -> int: ..."
            ),
            new=(
                "import sys\n@driver_interface\nclass Driver:\n    if sys.version_info >= (3, 13):\n"
                "        @property\n        def uptime(self) -> int: ..."
            ),
            at=("Driver.uptime",),
        ),
    ),
)
def availability_changed(pair: AnyPair) -> Iterator[Change]:
    old, new = conditions(pair)
    if old is not None and new is not None and old != new and not pair.private:
        yield fact(pair, f"`{pair.name}` is there where `{new}` holds, no longer `{old}`")
