"""What raised `NotImplementedError` now does something that drivers inherit.

Drivers that define the method go on as before; new ones need not.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import Body
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="A method that raised NotImplementedError now does something.",
    examples=(
        Hit(
            old={
                "__init__.py": (
                    "@driver_interface\nclass Driver:\n    def plug(self, vif):\n        raise NotImplementedError()"
                )
            },
            new={"__init__.py": "@driver_interface\nclass Driver:\n    def plug(self, vif):\n        return None"},
            at=("Driver.plug",),
        ),
    ),
)
def default_body_added(pair: MethodPair) -> Iterator[Change]:
    if pair.both is None or pair.renamed is not None or pair.private or protocol_now(pair):
        return
    old, new = pair.both
    if old.body is Body.NOT_IMPLEMENTED and not old.abstract and not new.optional_by_convention:
        yield fact(pair, f"`{pair.name}` no longer raises `NotImplementedError`")
