"""A driver whose class has another metaclass can no longer be defined.

Python allows one metaclass in a line of classes. A driver that mixes this class with one of another metaclass fails
when it is imported.

## What to do instead

Do the work in `__init_subclass__`, which needs no metaclass.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="A class got a metaclass, or another one.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Registry(type): ...\n@driver_interface\nclass Driver: ...",
            new="class Registry(type): ...\n@driver_interface\nclass Driver(metaclass=Registry): ...",
            at=("Driver",),
        ),
        Hit(
            old="class Registry(type): ...\n@driver_interface\nclass Driver: ...",
            new="class Registry(type): ...\nclass _Registered(metaclass=Registry): ...\n"
            "@driver_interface\nclass Driver(_Registered): ...",
            at=("Driver",),
        ),
    ),
)
def metaclass_added(pair: ClassPair) -> Iterator[Change]:
    if pair.metaclasses is not None and (metaclass := pair.metaclasses[1]) is not None:
        yield fact(pair, f"the metaclass of `{pair.name}` is now {names([metaclass])}")
