"""The class inside the class is gone, and the same class stands there under another name.

Whoever names it stops at the old name.

## What to do instead

Keep the old name as an alias of the new one and mark it as superseded; remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import NestedClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, new_name


@rule(
    summary="A class inside a class was renamed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    class Options:\n        force: bool\n        retries: int",
            new="@driver_interface\nclass Driver:\n    class Settings:\n        force: bool\n        retries: int",
            at=("Driver.Options",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    class Options:\n        force: bool\n        retries: int",
            new="@driver_interface\nclass Driver:\n    class Settings:\n        name: str",
            because="The two have nothing in common.",
            others=("nested-class-added", "nested-class-removed"),
        ),
    ),
)
def nested_class_renamed(pair: NestedClassPair) -> Iterator[Change]:
    if pair.old is not None and pair.renamed is not None and not pair.private:
        name = new_name(pair.path, pair.renamed)
        yield fact(pair, f"the class `{pair.name}` is now called `{name}`", removal=True)
