"""The class is no longer one of what it was.

`isinstance` says no where it said yes, a parameter of the base's type refuses it, and what the base
defined may be missing.

## What to do instead

Keep the base for a cycle, if only as an empty class.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.ancestry import is_exception, ordinary_bases
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="A class no longer derives from one of its bases.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Timed: ...\n@driver_interface\nclass Driver(Timed): ...",
            new="class Timed: ...\n@driver_interface\nclass Driver: ...",
            at=("Driver",),
        ),
        Miss(
            old="class Busy(OSError): ...",
            new="class Busy(Exception): ...",
            because="Of an exception only who catches it is hurt.",
            others=("exception-base-removed",),
        ),
        Miss(
            old="class Timed: ...\n@driver_interface\nclass Driver(Timed): ...",
            new="class Timed: ...\nclass Dated(Timed): ...\n@driver_interface\nclass Driver(Dated): ...",
            because="The new base derives from the old one.",
            others=(
                "base-added",
                "class-added",
            ),
        ),
    ),
)
def base_removed(pair: ClassPair) -> Iterator[Change]:
    if pair.old is None or is_exception(pair.old):
        return
    if lost := ordinary_bases(pair.lost):
        yield fact(pair, f"`{pair.name}` no longer derives from {names(lost)}")
