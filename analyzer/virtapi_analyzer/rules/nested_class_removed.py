"""The class inside the class is gone.

Whoever names it gets `AttributeError`.

## What to do instead

Keep it and mark it as superseded; remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import NestedClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class inside a class was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    class Options: ...",
            new="@driver_interface\nclass Driver: ...",
            at=("Driver.Options",),
        ),
    ),
)
def nested_class_removed(pair: NestedClassPair) -> Iterator[Change]:
    if pair.old is not None and pair.new is None and not pair.private:
        yield fact(pair, f"the class `{pair.name}` is gone", removal=True)
