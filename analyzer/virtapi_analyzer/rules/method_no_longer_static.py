"""The method can no longer be called on the class alone.

Calls on an object go on as before, and old overrides accept them.

## What to do instead

Add a method beside it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Binding
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A static method or a class method became a method of the object.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @classmethod\n    def version(cls): ...",
            new="@driver_interface\nclass Driver:\n    def version(self): ...",
            at=("Driver.version",),
        ),
    ),
)
def method_no_longer_static(pair: MethodPair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = pair.both
    if new.binding is Binding.INSTANCE and old.binding is not Binding.INSTANCE:
        yield fact(pair, f"`{pair.name}` was a {old.binding.value} and now needs an object")
