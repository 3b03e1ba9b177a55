"""Who makes the object gives what is no longer taken, and who reads it gets what it was not written for.

Whom that hurts depends on the way that the values travel: what drivers return is made by drivers and read by the host.
Fields of dataclasses and NamedTuples and keys of TypedDicts are judged alike. That somebody else than the maker sets
the field of an object is not looked at.

## What to do instead

Add a field beside it, with a default.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.model.relation import Relation
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.relations import field_retyped


@rule(
    summary="A field may hold other values.",
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "@dataclass\nclass Info:\n    cores: int\n@driver_interface\nclass Driver:\n"
                "    def info(self) -> Info: ..."
            ),
            new=(
                "@dataclass\nclass Info:\n    cores: str\n@driver_interface\nclass Driver:\n"
                "    def info(self) -> Info: ..."
            ),
            at=("Info.cores",),
            host=Severity.BREAKING,
            driver=Severity.BREAKING,
        ),
        Hit(
            old=(
                "class Info(TypedDict):\n    cores: int\n@driver_interface\nclass Driver:\n"
                "    def info(self) -> Info: ..."
            ),
            new=(
                "class Info(TypedDict):\n    cores: str\n@driver_interface\nclass Driver:\n"
                "    def info(self) -> Info: ..."
            ),
            at=("Info.cores",),
        ),
        Hit(
            old=(
                "class Info(NamedTuple):\n    cores: int\n@driver_interface\nclass Driver:\n"
                "    def info(self) -> Info: ..."
            ),
            new=(
                "class Info(NamedTuple):\n    cores: str\n@driver_interface\nclass Driver:\n"
                "    def info(self) -> Info: ..."
            ),
            at=("Info.cores",),
        ),
        Miss(
            old=(
                "@dataclass\nclass Info:\n    cores: int\n@driver_interface\nclass Driver:\n"
                "    def info(self) -> Info: ..."
            ),
            new=(
                "@dataclass\nclass Info:\n    cores: Any\n@driver_interface\nclass Driver:\n"
                "    def info(self) -> Info: ..."
            ),
            because="`Any` is whatever it was.",
            others=("annotation-removed",),
        ),
    ),
)
def field_type_changed(pair: AnyPair) -> Iterator[Change]:
    yield from field_retyped(pair, Relation.UNRELATED)
