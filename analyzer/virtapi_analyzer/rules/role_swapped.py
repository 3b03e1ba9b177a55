"""Who implemented the class is to call it, and who called it is to implement it.

What the old drivers implement, nobody calls any more; what the old host calls, nobody implements any more. The names
and the signatures may be the same as ever, so no type checker says a word.

## What to do instead

Bring a new class for the other direction, and supersede this one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared
from virtapi_analyzer.rules.roles import IMPLEMENTED_BY, implementer_before


@rule(
    summary="The other side implements a class now.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    unprovable="mypy does not know who implements a class",
    examples=(
        Hit(
            old="@driver_interface\nclass Console:\n    def read(self) -> str: ...",
            new="@host_interface\nclass Console:\n    def read(self) -> str: ...",
            at=("Console",),
        ),
        Hit(
            old=(
                "class Console:\n    def read(self) -> str: ...\n"
                "@driver_interface\nclass Driver:\n    def attach(self, console: Console): ..."
            ),
            new=(
                "@driver_interface\nclass Console:\n    def read(self) -> str: ...\n"
                "@driver_interface\nclass Driver:\n    def attach(self, console: Console): ..."
            ),
            at=("Console",),
        ),
        Miss(
            old=(
                "class Console:\n    def read(self) -> str: ...\n"
                "@driver_interface\nclass Driver:\n    def attach(self, console: Console): ..."
            ),
            new=(
                "@host_interface\nclass Console:\n    def read(self) -> str: ...\n"
                "@driver_interface\nclass Driver:\n    def attach(self, console: Console): ..."
            ),
            because="The host has implemented it so far, and goes on doing so.",
            others=("role-declared",),
        ),
    ),
)
def role_swapped(pair: ClassPair) -> Iterator[Change]:
    contracts = declared(pair)
    before = implementer_before(pair)
    if contracts is None or before is None or contracts[1].role is None or before is contracts[1].role:
        return
    who = IMPLEMENTED_BY[before].rpartition(" ")[0]
    yield fact(pair, f"{IMPLEMENTED_BY[contracts[1].role]} `{pair.name}` now, no longer {who}")
