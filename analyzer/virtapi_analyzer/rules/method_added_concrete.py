"""There is a new method with a body; drivers inherit it.

No old program calls it, and no old driver has to define it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import constructor_demands, from_object, protocol_now, replaces_constructor


@rule(
    summary="A method that is not abstract was added.",
    evidence=("nova 091aa32896 added manages_network_binding_host_id; no driver had to follow",),
    examples=(
        Hit(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    def prepare_for_spawn(self, instance): ...",
            at=("Driver.prepare_for_spawn",),
        ),
        Miss(
            old=(
                "class DriverBase:\n    def list_instances(self): ...\n"
                "@driver_interface\nclass Driver(DriverBase):\n    def list_instances(self): ..."
            ),
            new=(
                "class DriverBase:\n    def list_instances(self): ...\n@driver_interface\nclass Driver(DriverBase): ..."
            ),
            because="The method is inherited from a base and is still there.",
        ),
    ),
)
def method_added_concrete(pair: MethodPair) -> Iterator[Change]:
    if pair.old is not None or pair.new is None or pair.private or pair.new.abstract or from_object(pair):
        return
    if not protocol_now(pair) and not constructor_demands(pair) and not replaces_constructor(pair):
        yield fact(pair, f"the method `{pair.name}` was added, with a body that is inherited")
