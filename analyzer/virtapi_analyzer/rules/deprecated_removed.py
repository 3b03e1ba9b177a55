"""An element whose end was announced stays; everything works as before.

Who has moved to the successor already has lost nothing.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared, ending


@rule(
    summary="An element is no longer deprecated or superseded.",
    examples=(
        Hit(
            old=(
                '@driver_interface\nclass Driver:\n    @superseded(by="halt", since="2026.2")\n'
                '    @deprecated("Use halt.")\n    def pause(self, instance): ...'
            ),
            new="@driver_interface\nclass Driver:\n    def pause(self, instance): ...",
            at=("Driver.pause",),
        ),
        Miss(
            old=(
                '@driver_interface\nclass Driver:\n    @superseded(by="halt", since="2026.2")\n'
                '    @deprecated("Use halt.")\n    def pause(self, instance): ...\n    def halt(self, instance): ...'
            ),
            new="@driver_interface\nclass Driver:\n    def halt(self, instance): ...",
            because="It is gone, as was announced.",
            others=("method-removed",),
        ),
        Miss(
            old='@deprecated("Use connect_to.")\ndef connect(uri, port): ...',
            new="def connect_to(uri, port): ...",
            because="It has another name, and that is told.",
            others=("symbol-renamed",),
        ),
    ),
)
def deprecated_removed(pair: AnyPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and ending(contracts[0]) and not ending(contracts[1]):
        yield fact(pair, f"`{pair.name}` stays: its end is no longer announced")
