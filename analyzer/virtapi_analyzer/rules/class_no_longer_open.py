"""What there is of the enum or the base class is all that there will be; everything works as before.

The default branch that readers have does no harm.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import ClassKind
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared


@rule(
    summary="An enum or a base class is no longer declared open.",
    examples=(
        Hit(
            old="@open_enum\nclass State(Enum):\n    ON = 1",
            new="class State(Enum):\n    ON = 1",
            at=("State",),
        ),
        Hit(
            old="@open_base\nclass Connection: ...\nclass Iscsi(Connection): ...",
            new="class Connection: ...\nclass Iscsi(Connection): ...",
            at=("Connection",),
        ),
    ),
)
def class_no_longer_open(pair: ClassPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and pair.new and contracts[0].open and not contracts[1].open:
        what = "members" if pair.new.kind is ClassKind.ENUM else "subclasses"
        yield fact(pair, f"`{pair.name}` is no longer open: no {what} will be added")
