"""Calls of the method fail, in the host and in drivers that inherit it.

The method had a body, so drivers may call it on themselves or through `super()`.

## What to do instead

Keep the method and mark it as superseded; remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import from_object, protocol_before


@rule(
    summary="A method with a body was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    evidence=("nova 97096c8e4a removed estimate_instance_overhead, followed by compute-hyperv 20ee066",),
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def macs_for_instance(self, instance): ...",
            new="@driver_interface\nclass Driver: ...",
            at=("Driver.macs_for_instance",),
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    def list_instances(self): ...",
            new=(
                "class DriverBase:\n    def list_instances(self): ...\n@driver_interface\nclass Driver(DriverBase): ..."
            ),
            because="The method moved into a base and is still there.",
            others=("base-added", "class-added"),
        ),
    ),
)
def method_removed(pair: MethodPair) -> Iterator[Change]:
    if pair.old is None or pair.new is not None or pair.renamed is not None or pair.private:
        return
    if not pair.old.optional_by_convention and not protocol_before(pair) and not from_object(pair):
        yield fact(pair, f"the method `{pair.name}` is gone", removal=True)
