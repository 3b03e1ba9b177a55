"""Importing the module fails.

Everything that the module exported went with it. A program that imports it stops at the import, before any of its code
runs.

## What to do instead

Keep a module of the old name that exports the same names from their new place, and remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ModulePair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A public module was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    evidence=("nova 5fc3b81fdf removed nova.image.api, followed by compute-hyperv f6bfefd",),
    examples=(
        Hit(
            old={"__init__.pyi": "", "events.pyi": "STARTED: int"},
            new={"__init__.pyi": ""},
            at=("events",),
        ),
        Hit(
            old={"__init__.pyi": "", "driver.pyi": "@driver_interface\nclass Driver: ..."},
            new={"__init__.pyi": ""},
            at=("driver",),
            driver=Severity.BREAKING,
        ),
        Miss(
            old={"__init__.pyi": "", "events.pyi": "STARTED: int"},
            new={"__init__.pyi": "", "events/__init__.pyi": "STARTED: int"},
            because="A module that became a package is imported by the same name.",
        ),
    ),
)
def module_removed(pair: ModulePair) -> Iterator[Change]:
    if pair.old is not None and pair.new is None:
        yield fact(pair, f"the module `{pair.path}` is gone", removal=True)
