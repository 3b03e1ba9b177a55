"""Drivers may now override the method.

Nobody has done so yet.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A method is no longer final.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @final\n    def list_instances(self): ...",
            new="@driver_interface\nclass Driver:\n    def list_instances(self): ...",
            at=("Driver.list_instances",),
        ),
    ),
)
def method_no_longer_final(pair: MethodPair) -> Iterator[Change]:
    if pair.both and not pair.private and pair.both[0].final and not pair.both[1].final:
        yield fact(pair, f"`{pair.name}` is no longer final")
