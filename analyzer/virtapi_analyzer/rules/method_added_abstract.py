"""A driver that lacks the method can no longer be instantiated.

Python refuses to make an object of a class that leaves an abstract method undefined, so an old driver does not even
start.

## What to do instead

Put the method into a new class of its own that drivers may inherit and the host asks for, or add it with a body that
calls what is there already, and make it abstract a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import protocol_now


@rule(
    summary="An abstract method was added, in the class itself or through a base.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver(ABC): ...",
            new="@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def pause(self, instance): ...",
            at=("Driver.pause",),
        ),
        Hit(
            old=(
                "@driver_interface\nclass Pausable(ABC):\n    @abstractmethod\n    def pause(self, instance): ...\n"
                "@driver_interface\nclass Driver(ABC): ..."
            ),
            new=(
                "@driver_interface\nclass Pausable(ABC):\n    @abstractmethod\n    def pause(self, instance): ...\n"
                "@driver_interface\nclass Driver(Pausable): ..."
            ),
            at=("Driver.pause",),
            others=("base-added",),
        ),
        Hit(
            old="@driver_interface\nclass Driver(ABC):\n    def pause(self, instance): ...",
            new=(
                "@driver_interface\nclass Driver(ABC):\n    def pause(self, instance): ...\n"
                "    @abstractmethod\n    def _probe(self): ..."
            ),
            at=("Driver._probe",),
        ),
        Miss(
            old="@driver_interface\nclass Driver(ABC): ...",
            new=(
                "@driver_interface\nclass Driver(ABC): ...\n"
                "@driver_interface\nclass Pausable(ABC):\n    @abstractmethod\n    def pause(self, instance): ..."
            ),
            because="A class of its own asks nothing of a driver that does not inherit it.",
            others=("class-added",),
        ),
    ),
)
def method_added_abstract(pair: MethodPair) -> Iterator[Change]:
    if pair.old is not None or pair.new is None or not pair.new.abstract:
        return
    if not protocol_now(pair):
        yield fact(pair, f"the abstract method `{pair.name}` was added: a class that lacks it cannot be instantiated")
