"""Making an object of the class fails.

Python makes no object of a class that leaves an abstract member undefined. Nobody has declared who implements this
class, so those who use it may make its objects themselves; and whoever derives from it lacks the member too.

## What to do instead

Give the member a body, or put it into a class of its own.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class without a role could be instantiated, and can no longer be.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    examples=(
        # That the method came is a fact of its own, of which its implementers are told, if there are any.
        Hit(
            old="class Connection(ABC):\n    def close(self): ...",
            new="class Connection(ABC):\n    def close(self): ...\n    @abstractmethod\n    def open(self): ...",
            at=("Connection",),
            others=("method-added-abstract",),
        ),
        Hit(
            old="class Connection(ABC):\n    def close(self): ...",
            new="class Connection(ABC):\n    @abstractmethod\n    def close(self): ...",
            at=("Connection",),
            others=("method-now-abstract",),
        ),
        Hit(
            old="class Closing(ABC):\n    @abstractmethod\n    def close(self): ...\nclass Connection: ...",
            new="class Closing(ABC):\n    @abstractmethod\n    def close(self): ...\nclass Connection(Closing): ...",
            at=("Connection",),
            others=("base-added", "method-added-abstract"),
        ),
        Hit(
            old=(
                "class Closing(ABC):\n    @abstractmethod\n    def close(self): ...\n"
                "class Connection(Closing):\n    def close(self): ..."
            ),
            new=(
                "class Closing(ABC):\n    @abstractmethod\n    def close(self): ...\n"
                "    @property\n    @abstractmethod\n    def closed(self) -> bool: ...\n"
                "class Connection(Closing):\n    def close(self): ..."
            ),
            at=("Connection",),
            others=("property-added-abstract",),
        ),
        Miss(
            old="class Connection(ABC):\n    @abstractmethod\n    def close(self): ...",
            new=(
                "class Connection(ABC):\n    @abstractmethod\n    def close(self): ...\n"
                "    @abstractmethod\n    def open(self): ..."
            ),
            because="Nobody could make an object of it before.",
            others=("method-added-abstract",),
        ),
        Miss(
            old="@driver_interface\nclass Driver(ABC): ...",
            new="@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def pause(self, instance): ...",
            because="Drivers implement it, and of them the method's own finding speaks.",
            others=("method-added-abstract",),
        ),
    ),
)
def class_no_longer_instantiable(pair: ClassPair) -> Iterator[Change]:
    if pair.undefined and not pair.roles:
        lacking = ", ".join(f"`{name}`" for name in pair.undefined)
        yield fact(pair, f"`{pair.name}` can no longer be instantiated: it leaves {lacking} undefined")
