"""There is a new class inside the class; nobody uses it yet.

A new name never meets a program that was written before it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import NestedClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class was added inside a class.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    class Options: ...",
            at=("Driver.Options",),
        ),
    ),
)
def nested_class_added(pair: NestedClassPair) -> Iterator[Change]:
    if pair.old is None and pair.new is not None and not pair.private:
        yield fact(pair, f"the class `{pair.name}` is new")
