"""Deriving from the class fails.

Python calls `__init_subclass__` whenever a subclass is defined, with what stands behind the bases. An old subclass has
nothing there, so that its module cannot even be imported.

## What to do instead

Give each keyword a default.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="An `__init_subclass__` that demands a keyword was added.",
    implementer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    def __init_subclass__(cls, *, kind: str) -> None: ...",
            at=("Driver.__init_subclass__",),
        ),
        Hit(
            old="class Kinds:\n    def __init_subclass__(cls, *, kind: str) -> None: ...\n"
            "@driver_interface\nclass Driver: ...",
            new="class Kinds:\n    def __init_subclass__(cls, *, kind: str) -> None: ...\n"
            '@driver_interface\nclass Driver(Kinds, kind="driver"): ...',
            at=("Driver.__init_subclass__",),
            others=("base-added",),
        ),
        Miss(
            old="@driver_interface\nclass Driver: ...",
            new="@driver_interface\nclass Driver:\n    def __init_subclass__(cls, *, kind: str = '') -> None: ...",
            because="An old subclass gets the default.",
        ),
    ),
)
def init_subclass_keyword_required(pair: MethodPair) -> Iterator[Change]:
    if pair.old is not None or pair.new is None or pair.name != "__init_subclass__":
        return
    demanded = [parameter.name for parameter in pair.new.signature.parameters if parameter.required]
    if demanded:
        yield fact(pair, f"every subclass must now be defined with {', '.join(f'`{name}=`' for name in demanded)}")
