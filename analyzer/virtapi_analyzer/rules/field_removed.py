"""Reading the field fails, and so does making an object with it.

## What to do instead

Keep the field and mark it as superseded; remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field of a dataclass was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int\n    uptime: int",
            new="@dataclass\nclass Info:\n    state: int",
            at=("Info.uptime",),
        ),
        Hit(
            old="@dataclass\nclass Info:\n    state: int\n    uptime: int = 0",
            new="@dataclass\nclass Info:\n    state: int\n    uptime: ClassVar[int] = 0",
            at=("Info.uptime",),
        ),
    ),
)
def field_removed(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is not FieldDifference.REMOVED or pair.private:
        return
    if pair.owner.new is not None and pair.name in pair.owner.new.members:
        yield fact(pair, f"`{pair.name}` belongs to the class now, and is no field any more")
    else:
        yield fact(pair, f"the field `{pair.name}` is gone", removal=True)
