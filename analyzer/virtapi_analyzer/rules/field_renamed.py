"""Reading or giving the field by its old name fails.

## What to do instead

Keep the old field beside the new one for a cycle, with a converter between them, and mark it as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.difference import FieldDifference
from virtapi_analyzer.model.pair import FieldPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, new_name


@rule(
    summary="A field of a dataclass was renamed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@dataclass\nclass Info:\n    state: int\n    max_memory: int",
            new="@dataclass\nclass Info:\n    state: int\n    memory_limit: int",
            at=("Info.max_memory",),
        ),
    ),
)
def field_renamed(pair: FieldPair) -> Iterator[Change]:
    if pair.difference is FieldDifference.RENAMED and pair.renamed is not None:
        yield fact(pair, f"the field `{pair.name}` is now called `{new_name(pair.path, pair.renamed)}`", removal=True)
