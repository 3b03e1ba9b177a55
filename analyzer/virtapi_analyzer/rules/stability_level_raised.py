"""The element is stable from now on; everything works as before.

From here on it changes only with notice, and what breaks it is called breaking.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared, in_experimental


@rule(
    summary="An experimental element became stable.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @experimental\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    def pause(self, instance): ...",
            at=("Driver.pause",),
        ),
        Miss(
            old="@experimental\nclass Pausable:\n    @experimental\n    def pause(self, instance): ...",
            new="@experimental\nclass Pausable:\n    def pause(self, instance): ...",
            because="The class is experimental, and with it all that it holds.",
        ),
    ),
)
def stability_level_raised(pair: AnyPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and contracts[0].experimental and not contracts[1].experimental and not in_experimental(pair):
        yield fact(pair, f"`{pair.name}` is no longer experimental")
