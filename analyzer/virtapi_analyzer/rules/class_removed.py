"""The class is gone.

Whoever imports it, derives from it, makes its objects or reads them stops at the name.

## What to do instead

Keep the class and mark it as superseded; remove it a cycle later. If it only moved, export it from its old place too.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A class was removed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver: ...\n@driver_interface\nclass Pausable: ...",
            new="@driver_interface\nclass Driver: ...",
            at=("Pausable",),
        ),
        Miss(
            old={"__init__.pyi": "from pkg.driver import Driver as Driver", "driver.pyi": "class Driver: ..."},
            new={
                "__init__.pyi": "from pkg.spi import Driver as Driver",
                "driver.pyi": "from pkg.spi import Driver as Driver",
                "spi.pyi": "class Driver: ...",
            },
            because="The definition moved, and both names still lead to it.",
            others=("module-added",),
        ),
    ),
)
def class_removed(pair: ExportPair) -> Iterator[Change]:
    if pair.gone and pair.old is not None and isinstance(pair.old.element, Class):
        yield fact(pair, f"the class `{pair.name}` is gone", removal=True)
