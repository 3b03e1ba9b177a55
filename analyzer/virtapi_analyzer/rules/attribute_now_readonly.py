"""The attribute can no longer be assigned.

It became a property without a setter. Assigning it raises `AttributeError`, in callers and in drivers that set it on
themselves.

## What to do instead

Give the property a setter.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Attribute, Property
from virtapi_analyzer.model.pair import MemberPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="An attribute became a property that cannot be assigned.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    uptime: int",
            new="@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...",
            at=("Driver.uptime",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    uptime: int",
            new=(
                "@driver_interface\nclass Driver:\n    @property\n    def uptime(self) -> int: ...\n"
                "    @uptime.setter\n    def uptime(self, value: int) -> None: ..."
            ),
            because="It can still be assigned; `attribute-now-property` says what is left.",
            others=("attribute-now-property",),
        ),
    ),
)
def attribute_now_readonly(pair: MemberPair) -> Iterator[Change]:
    if pair.both is None or pair.private or protocol_now(pair):
        return
    old, new = pair.both
    if isinstance(old, Attribute) and isinstance(new, Property) and not new.settable:
        yield fact(pair, f"`{pair.name}` is a property now and can no longer be assigned")
