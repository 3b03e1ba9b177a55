"""What the class could do through its metaclass is gone.

Operations on the class itself (`len(Driver)`, `Driver.register(...)`) may fail.

## What to do instead

Keep the metaclass, or offer the same operations as class methods.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="A class lost its metaclass.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="class Registry(type): ...\n@driver_interface\nclass Driver(metaclass=Registry): ...",
            new="class Registry(type): ...\n@driver_interface\nclass Driver: ...",
            at=("Driver",),
        ),
    ),
)
def metaclass_removed(pair: ClassPair) -> Iterator[Change]:
    if pair.metaclasses is not None and pair.metaclasses[1] is None:
        yield fact(pair, f"`{pair.name}` no longer has the metaclass {names([str(pair.metaclasses[0])])}")
