"""There is a new attribute; nobody reads it yet.

It has a value, or nobody but the class itself has to give it one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.attributes import left_to_drivers, ordinary
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="An attribute was added that drivers need not set.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    need_legacy_network: bool = False",
            at=("Driver.need_legacy_network",),
        ),
        Miss(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    _cache: int = 0",
            because="A name with an underscore is nobody else's.",
            others=("private-attribute-changed",),
        ),
    ),
)
def attribute_added(pair: AttributePair) -> Iterator[Change]:
    if pair.old is not None or not ordinary(pair) or protocol_now(pair):
        return
    if not left_to_drivers(pair):
        yield fact(pair, f"the attribute `{pair.name}` is new")
