"""There is a new field with a default.

Who makes such an object need not know of it, and who reads one does not ask for it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import Field, new_field
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field was added that need not be given.",
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int\n    cores: int = 1",
            at=("Info.cores",),
        ),
    ),
)
def field_added(pair: AttributePair) -> Iterator[Change]:
    if pair.old is None and pair.new and not pair.private and new_field(pair) is Field.OPTIONAL:
        yield fact(pair, f"the field `{pair.name}` is new and has a default")
