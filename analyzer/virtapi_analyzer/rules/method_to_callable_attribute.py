"""A method became an attribute, or an attribute a method.

Calls may still work where the attribute holds something callable. A driver that overrides the one does not fit the
other: an attribute may be assigned and is not given the object, a method is bound to it.

## What to do instead

Add the other one beside it under another name.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Attribute, Function
from virtapi_analyzer.model.pair import MemberPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A method became an attribute, or an attribute a method.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def connect(self, uri: str) -> None: ...",
            new=(
                "from collections.abc import Callable\n@driver_interface\nclass Driver:\n"
                "    connect: Callable[[str], None]"
            ),
            at=("Driver.connect",),
        ),
    ),
)
def method_to_callable_attribute(pair: MemberPair) -> Iterator[Change]:
    if pair.both is None or pair.private:
        return
    old, new = pair.both
    if isinstance(old, Function) and isinstance(new, Attribute):
        yield fact(pair, f"`{pair.name}` was a method and is now an attribute")
    elif isinstance(old, Attribute) and isinstance(new, Function):
        yield fact(pair, f"`{pair.name}` was an attribute and is now a method")
