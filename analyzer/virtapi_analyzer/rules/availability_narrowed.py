"""The name is there only on some versions of Python or on some platforms.

Where the condition does not hold, importing the name fails, and so does using the member.

## What to do instead

Define the name on the other versions and platforms too, if only to raise an error that names what is missing.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.availability import conditions
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A name or member that was always there now depends on the version of Python or on the platform.",
    caller=Severity.BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    unseen="mypy looks at one version of Python on one platform",
    examples=(
        Hit(
            old="import sys\ndef connect(uri): ...",
            new="import sys\nif sys.version_info >= (3, 13):\n    def connect(uri): ...",
            at=("connect",),
        ),
        Hit(
            old="import sys\n@driver_interface\nclass Driver:\n    def pause(self): ...",
            new=(
                "import sys\n@driver_interface\nclass Driver:\n"
                '    if sys.platform == "linux":\n        def pause(self): ...'
            ),
            at=("Driver.pause",),
        ),
        Hit(
            old="import sys\n@dataclass\nclass Info:\n    state: int\n    cores: int = 1",
            new="import sys\n@dataclass\nclass Info:\n    state: int\n"
            "    if sys.version_info >= (3, 13):\n        cores: int = 1",
            at=("Info.cores",),
        ),
        Miss(
            old='import sys\nif sys.platform == "linux":\n    def connect(uri): ...',
            new="import sys\ndef connect(uri): ...",
            because="The name is now there for everybody.",
        ),
        Miss(
            old="import sys\nclass Base:\n    def pause(self): ...\n@driver_interface\nclass Driver(Base): ...",
            new=(
                "import sys\nclass Base:\n    def pause(self): ...\n@driver_interface\nclass Driver(Base):\n"
                '    if sys.platform == "linux":\n        def pause(self): ...'
            ),
            because="Elsewhere the base's method is there.",
        ),
    ),
)
def availability_narrowed(pair: AnyPair) -> Iterator[Change]:
    old, new = conditions(pair)
    if new is not None and old is None and not pair.private:
        yield fact(pair, f"`{pair.name}` is there only where `{new}` holds")
