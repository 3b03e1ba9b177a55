"""The class says now who implements it; everything works as before.

Nobody has to implement it because it says so: where a method demands it, that is told of the method. From here on its
changes are judged by this role.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared
from virtapi_analyzer.rules.roles import IMPLEMENTED_BY, implementer_before


@rule(
    summary="A class that was there says now who implements it.",
    examples=(
        Hit(
            old="class Pausable:\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Pausable:\n    def pause(self, instance): ...",
            at=("Pausable",),
        ),
        Miss(
            old=(
                "class Console:\n    def read(self) -> str: ...\n"
                "@driver_interface\nclass Driver:\n    def attach(self, console: Console): ..."
            ),
            new=(
                "@driver_interface\nclass Console:\n    def read(self) -> str: ...\n"
                "@driver_interface\nclass Driver:\n    def attach(self, console: Console): ..."
            ),
            because="The host has implemented it so far: it gave it to drivers.",
            others=("role-swapped",),
        ),
    ),
)
def role_declared(pair: ClassPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts is None or contracts[0].role is not None or contracts[1].role is None:
        return
    if implementer_before(pair) in (None, contracts[1].role):
        yield fact(pair, f"`{pair.name}` says now that {IMPLEMENTED_BY[contracts[1].role]} it")
