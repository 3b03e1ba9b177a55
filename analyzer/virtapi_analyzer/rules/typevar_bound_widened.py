"""The variable may stand for a type that an implementation written for the old version does not take.

The signature reads as before; the bound stands elsewhere, where the type variable is defined.

## What to do instead

Give the new bound to a type variable of its own, and use that in a method beside this one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import bound_changed


@rule(
    summary="A type variable accepts more types.",
    implementer=Severity.BREAKING,
    unseen="a driver that takes fewer type arguments is correct by itself: the host that gives it others is not",
    examples=(
        Hit(
            old=(
                '_N = TypeVar("_N", bound=int)\n@driver_interface\nclass Driver:\n'
                "    def add(self, number: _N) -> _N: ..."
            ),
            new=(
                '_N = TypeVar("_N", bound=float)\n@driver_interface\nclass Driver:\n'
                "    def add(self, number: _N) -> _N: ..."
            ),
            at=("Driver.add",),
        ),
        Hit(
            old=(
                '_N = TypeVar("_N", bound=int)\n@driver_interface\nclass Driver(Generic[_N]):\n'
                "    def add(self, number: _N) -> _N: ..."
            ),
            new=(
                '_N = TypeVar("_N", bound=float)\n@driver_interface\nclass Driver(Generic[_N]):\n'
                "    def add(self, number: _N) -> _N: ..."
            ),
            at=("Driver",),
        ),
        Miss(
            old=(
                '_N = TypeVar("_N", bound=int)\n@driver_interface\nclass Driver:\n'
                "    def add(self, number: _N) -> _N: ..."
            ),
            new=(
                '_M = TypeVar("_M", bound=int)\n@driver_interface\nclass Driver:\n'
                "    def add(self, number: _M) -> _M: ..."
            ),
            because="Its name is nobody's.",
        ),
    ),
)
def typevar_bound_widened(pair: AnyPair) -> Iterator[Change]:
    yield from bound_changed(pair, Relation.WIDER)
