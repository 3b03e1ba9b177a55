"""There is a new field with a default.

Who makes such an object need not know of it, and who reads one does not ask for it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A field that need not be given was added to a dataclass.",
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int",
            new="@dataclass\nclass Info:\n    state: int\n    cores: int = 1",
            at=("Info.cores",),
        ),
    ),
)
def field_added(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.ADDED_OPTIONAL and not pair.private:
        yield fact(pair, f"the field `{pair.name}` is new and need not be given")
