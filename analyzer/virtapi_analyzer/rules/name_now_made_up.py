"""The name may be there no longer.

The module does not define it any more, and has a `__getattr__` that makes up names when it is asked for them. Whether
this is one of them, and what it then leads to, only running it can tell; a type checker accepts any name.

## What to do instead

Define the name, so that type checkers know what it is, and mark it as superseded.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A name is no longer defined, in a module that makes up names itself.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    producer=Severity.POTENTIALLY_BREAKING,
    consumer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="TIMEOUT: int\nRETRIES = 3",
            new="RETRIES = 3\ndef __getattr__(name: str) -> int: ...",
            at=("TIMEOUT",),
        ),
        Miss(
            old="TIMEOUT: int\nRETRIES = 3",
            new="RETRIES = 3",
            because="Nothing makes up the name.",
            others=("symbol-removed",),
        ),
    ),
)
def name_now_made_up(pair: ExportPair) -> Iterator[Change]:
    if pair.old is not None and pair.new is None and pair.made_up and pair.module_kept and not pair.hidden:
        yield fact(pair, f"`{pair.name}` is no longer defined; the module's `__getattr__` may make it up", removal=True)
