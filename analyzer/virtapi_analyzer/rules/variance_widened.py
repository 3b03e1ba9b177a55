"""Nobody is hurt: what was a subtype still is, and more is.

It is told because it cannot be taken back.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.relations import varied


@rule(
    summary="A generic class follows its type argument more than before.",
    examples=(
        Hit(
            old="_V = TypeVar('_V')\nclass Source(Generic[_V]):\n    def get(self) -> int: ...",
            new=("_V = TypeVar('_V', covariant=True)\nclass Source(Generic[_V]):\n    def get(self) -> int: ..."),
            at=("Source",),
        ),
    ),
)
def variance_widened(pair: ClassPair) -> Iterator[Change]:
    yield from varied(pair, Relation.WIDER)
