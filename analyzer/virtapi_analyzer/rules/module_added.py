"""There is a new module; nobody imports it yet.

A new name never meets a program that was written before it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.pair import ModulePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A public module was added.",
    examples=(
        Hit(
            old={"__init__.pyi": ""},
            new={"__init__.pyi": "", "events.pyi": "STARTED: int"},
            at=("events",),
        ),
    ),
)
def module_added(pair: ModulePair) -> Iterator[Change]:
    if pair.old is None and pair.new is not None:
        yield fact(pair, f"the module `{pair.path}` is new")
