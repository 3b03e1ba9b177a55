"""Only the named attributes can be set on an object.

Code that sets another one gets `AttributeError`, and a class that derives from several with slots cannot be defined.

## What to do instead

Leave the class without slots.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class got `__slots__`.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    producer=Severity.POTENTIALLY_BREAKING,
    consumer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    name: str",
            new='@driver_interface\nclass Driver:\n    __slots__ = ("name",)\n    name: str',
            at=("Driver",),
        ),
    ),
)
def slots_added(pair: ClassPair) -> Iterator[Change]:
    if pair.both and pair.both[0].slots is None and pair.both[1].slots is not None:
        yield fact(pair, f"`{pair.name}` has `__slots__` now: no other attribute can be set on its objects")
