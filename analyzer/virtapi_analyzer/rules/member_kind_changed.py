"""The name stands for another kind of thing.

A class inside the class became a method, a property or an attribute, or the other way round. What was derived from or
constructed can only be called or read.

## What to do instead

Give the new thing a name of its own, and let the old one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import MemberPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class inside a class became something else, or something else a class.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    class Options: ...",
            new="@driver_interface\nclass Driver:\n    def Options(self): ...",
            at=("Driver.Options",),
        ),
    ),
)
def member_kind_changed(pair: MemberPair) -> Iterator[Change]:
    if pair.both and not pair.private and Class in (type(pair.old), type(pair.new)):
        yield fact(pair, f"`{pair.name}` is another kind of thing than before")
