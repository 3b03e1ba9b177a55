"""Calls of the old name fail; drivers are served by what the new method does by itself.

Every driver that offers the old method has a definition of its own, which nobody calls any more. The new method has a
body, so nothing fails in the driver: its own definition is silently dead, unless that body still calls it.

## What to do instead

Keep the old method for a cycle and let the new one call it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, new_name
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="A method that drivers define themselves was renamed, and the new one has a body.",
    caller=Severity.BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n"
                "    def suspend(self, instance: str, force: bool) -> None: ..."
            ),
            new=(
                "@driver_interface\nclass Driver(ABC):\n"
                "    def suspend_guest(self, instance: str, force: bool) -> None: ..."
            ),
            at=("Driver.suspend",),
        ),
    ),
)
def method_renamed_with_default(pair: MethodPair) -> Iterator[Change]:
    if pair.old is None or pair.new is None or pair.renamed is None or pair.private or protocol_now(pair):
        return
    if pair.old.optional_by_convention and not pair.new.optional_by_convention:
        name = new_name(pair.path, pair.renamed)
        yield fact(pair, f"the method `{pair.name}` is now called `{name}`, which has a body of its own", removal=True)
