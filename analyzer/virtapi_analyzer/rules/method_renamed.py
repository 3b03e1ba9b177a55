"""Calls of the old name fail, and drivers lack the new one.

The host calls the new name. A driver written for the old version defines the old one, which nobody calls any more.

## What to do instead

Add the new method beside the old one, each with a body that calls the other, and let the old one go in a cycle.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, new_name
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="A method was renamed, and what drivers know of it does not work under the new name.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n"
                "    def suspend(self, instance: str, force: bool) -> None: ..."
            ),
            new=(
                "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n"
                "    def suspend_guest(self, instance: str, force: bool) -> None: ..."
            ),
            at=("Driver.suspend",),
        ),
        Hit(
            old="@driver_interface\nclass Driver:\n    def macs_of(self, instance: str, limit: int) -> str: ...",
            new="@driver_interface\nclass Driver:\n    def list_macs(self, instance: str, limit: int) -> str: ...",
            at=("Driver.macs_of",),
        ),
        Miss(
            old=(
                "@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n"
                "    def suspend(self, instance: str, force: bool) -> None: ..."
            ),
            new=(
                "@driver_interface\nclass Driver(ABC):\n"
                "    def suspend(self, instance: str, force: bool) -> None: ...\n"
                "    def suspend_guest(self, instance: str, force: bool) -> None: ..."
            ),
            because="The old name is still there.",
            others=("method-added-concrete", "method-no-longer-abstract"),
        ),
    ),
)
def method_renamed(pair: MethodPair) -> Iterator[Change]:
    if pair.old is None or pair.renamed is None or pair.private:
        return
    falls_back = pair.new is not None and not pair.new.optional_by_convention and not protocol_now(pair)
    if not (pair.old.optional_by_convention and falls_back):
        name = new_name(pair.path, pair.renamed)
        yield fact(pair, f"the method `{pair.name}` is now called `{name}`, which old classes lack", removal=True)
