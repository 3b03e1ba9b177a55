"""Calling the method fails.

The method did something, if only nothing, and now raises `NotImplementedError`. Nobody has declared who implements the
class, so that the objects that people call are mostly of the class itself.

## What to do instead

Keep the body, and mark the method as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.owners import refuses_now


@rule(
    summary="A method of a class without a role now raises NotImplementedError.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    unprovable="what a method does is no matter of types",
    examples=(
        Hit(
            old={"__init__.py": "class Volumes:\n    def detach(self, volume):\n        return None"},
            new={"__init__.py": "class Volumes:\n    def detach(self, volume):\n        raise NotImplementedError()"},
            at=("Volumes.detach",),
        ),
        Miss(
            old={"__init__.py": "@driver_interface\nclass Driver:\n    def plug(self, vif):\n        return None"},
            new={
                "__init__.py": (
                    "@driver_interface\nclass Driver:\n    def plug(self, vif):\n        raise NotImplementedError()"
                )
            },
            because="The host calls what drivers define, and a driver that does not is told.",
            others=("default-body-removed",),
        ),
    ),
)
def method_now_refuses(pair: MethodPair) -> Iterator[Change]:
    if not pair.roles and refuses_now(pair):
        yield fact(pair, f"`{pair.name}` now does nothing but raise `NotImplementedError`")
