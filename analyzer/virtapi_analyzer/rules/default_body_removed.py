"""What drivers inherit no longer works.

The method did something, if only nothing, and now raises `NotImplementedError`. A driver that relied on it fails as
soon as the host calls the method.

## What to do instead

Keep the body, and tell drivers in the documentation that they must define the method.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import refuses_now


@rule(
    summary="A method that did something now raises NotImplementedError.",
    implementer=Severity.BREAKING,
    unprovable="what a method does is no matter of types",
    examples=(
        Hit(
            old={"__init__.py": "@driver_interface\nclass Driver:\n    def plug(self, vif):\n        return None"},
            new={
                "__init__.py": (
                    "@driver_interface\nclass Driver:\n    def plug(self, vif):\n        raise NotImplementedError()"
                )
            },
            at=("Driver.plug",),
        ),
        Miss(
            old={
                "__init__.py": (
                    "@driver_interface\nclass Driver:\n    def plug(self, vif):\n        raise NotImplementedError()"
                )
            },
            new={
                "__init__.py": (
                    "@driver_interface\nclass Driver:\n"
                    '    def plug(self, vif):\n        raise NotImplementedError("plug")'
                )
            },
            because="It did nothing else before.",
        ),
        Miss(
            old={"__init__.py": "class Volumes:\n    def detach(self, volume):\n        return None"},
            new={"__init__.py": "class Volumes:\n    def detach(self, volume):\n        raise NotImplementedError()"},
            because="Nobody has declared who implements the class: who calls the method is hurt, and is told so.",
            others=("method-now-refuses",),
        ),
    ),
)
def default_body_removed(pair: MethodPair) -> Iterator[Change]:
    if pair.roles and refuses_now(pair):
        yield fact(pair, f"`{pair.name}` now raises `NotImplementedError`, and so does every class that inherits it")
