"""There is a new class; nobody uses it yet.

A new ability as a class of its own is the way to ask more of drivers without breaking any.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class was added.",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver: ...",
            new=(
                "@driver_interface\nclass Driver: ...\n"
                "@driver_interface\nclass Pausable(ABC):\n    @abstractmethod\n    def pause(self, instance): ..."
            ),
            at=("Pausable",),
        ),
    ),
)
def class_added(pair: ExportPair) -> Iterator[Change]:
    if pair.old is None and pair.new is not None and pair.module_kept and isinstance(pair.new.element, Class):
        yield fact(pair, f"the class `{pair.name}` is new")
