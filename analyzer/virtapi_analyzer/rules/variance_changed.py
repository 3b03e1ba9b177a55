"""A `Source[Guest]` was a `Source[Instance]` and is none any more, for those who used it as one.

The type variable says how a generic class follows its argument; no signature shows it. Where it is declared in
brackets, it follows from the members: one that takes the argument makes the class invariant.

## What to do instead

Give the members that need it a generic class of their own.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import varied


@rule(
    summary="A generic class follows its type argument less than before.",
    caller=Severity.BREAKING,
    producer=Severity.POTENTIALLY_BREAKING,
    unseen="no witness asks yet for what a type argument may vary with",
    examples=(
        Hit(
            old=("_V = TypeVar('_V', covariant=True)\nclass Source(Generic[_V]):\n    def get(self) -> int: ..."),
            new="_V = TypeVar('_V')\nclass Source(Generic[_V]):\n    def get(self) -> int: ...",
            at=("Source",),
        ),
        Hit(
            old=("_V = TypeVar('_V', covariant=True)\nclass Source(Generic[_V]):\n    def get(self) -> int: ..."),
            new=("_V = TypeVar('_V', contravariant=True)\nclass Source(Generic[_V]):\n    def get(self) -> int: ..."),
            at=("Source",),
        ),
        Miss(
            old="_V = TypeVar('_V')\nclass Source(Generic[_V]):\n    def get(self) -> int: ...",
            new="_V = TypeVar('_V', covariant=True)\nclass Source(Generic[_V]):\n    def get(self) -> int: ...",
            because="What was a subtype still is, and more is: nobody is hurt.",
        ),
        Miss(
            old="_V = TypeVar('_V')\nclass Source(Generic[_V]):\n    def get(self) -> int: ...",
            new="_S = TypeVar('_S')\nclass Source(Generic[_S]):\n    def get(self) -> int: ...",
            because="Its name is nobody's.",
        ),
    ),
)
def variance_changed(pair: ClassPair) -> Iterator[Change]:
    yield from varied(pair, Relation.NARROWER, Relation.UNRELATED)
