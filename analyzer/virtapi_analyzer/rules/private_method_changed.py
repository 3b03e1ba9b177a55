"""A method whose name begins with an underscore came, went or changed.

Such a name is nobody else's, so nobody should feel it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import alteration, fact
from virtapi_analyzer.rules.owners import newly_demanded


@rule(
    summary="A private method changed.",
    evidence=("nova ca279c68a5 added _get_reserved_host_disk_gb_from_config; no driver had to follow",),
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def _probe(self): ...",
            new="@driver_interface\nclass Driver: ...",
            at=("Driver._probe",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def _probe(self): ...",
            new="@driver_interface\nclass Driver:\n    def _probe(self, deep): ...",
            at=("Driver._probe",),
        ),
    ),
)
def private_method_changed(pair: MethodPair) -> Iterator[Change]:
    if pair.private and not newly_demanded(pair) and (what := alteration(pair)):
        yield fact(pair, f"the private method `{pair.name}` {what}")
