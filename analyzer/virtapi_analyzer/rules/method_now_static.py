"""The method no longer receives the object.

A call through the class that passes the object fails. A driver's override still expects the object, so a call through
the driver's class fails too.

## What to do instead

Add a static method or a class method beside it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Binding
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A method became a static method or a class method.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def version(self): ...",
            new="@driver_interface\nclass Driver:\n    @staticmethod\n    def version(): ...",
            at=("Driver.version",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    @classmethod\n    def version(cls): ...",
            new="@driver_interface\nclass Driver:\n    @staticmethod\n    def version(): ...",
            because="Both are called on the class and on the object, with the same arguments.",
        ),
    ),
)
def method_now_static(pair: MethodPair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = pair.both
    if old.binding is Binding.INSTANCE and new.binding is not Binding.INSTANCE:
        yield fact(pair, f"`{pair.name}` is a {new.binding.value} now and no longer receives the object")
