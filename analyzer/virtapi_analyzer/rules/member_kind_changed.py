"""The name stands for another kind of thing.

A class inside the class became a method, a property or an attribute, or the other way round. What was derived from or
constructed can only be called or read. Or it is another class: what is made of it, and what is caught by it, differs.

## What to do instead

Give the new thing a name of its own, and let the old one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import MemberPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class inside a class became another one or something else, or something else a class.",
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
        Hit(
            old="class A: ...\nclass B: ...\n@driver_interface\nclass Driver:\n    Error = A",
            new="class A: ...\nclass B: ...\n@driver_interface\nclass Driver:\n    Error = B",
            at=("Driver.Error",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    class Options:\n        size: int",
            new="class _Options:\n    size: int\n@driver_interface\nclass Driver:\n    Options = _Options",
            because="Another place, the same class.",
        ),
    ),
)
def member_kind_changed(pair: MemberPair) -> Iterator[Change]:
    if pair.both is None or pair.private or Class not in (kinds := [type(side) for side in pair.both]):
        return
    thing = "class" if kinds == [Class, Class] else "kind of thing"
    yield fact(pair, f"`{pair.name}` is another {thing} than before")
