"""Names that the module made up on demand are gone.

A module with `__getattr__` answers for any name. Without it only what is defined is there, and nobody can list what
programs asked it for.

## What to do instead

Define the names that it answered for, or keep `__getattr__` for a cycle and let it warn.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ModulePair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="A module lost its `__getattr__`.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="VERSION: str\ndef __getattr__(name: str) -> object: ...",
            new="VERSION: str",
            at=("",),
        ),
        Miss(
            old="VERSION: str",
            new="VERSION: str\ndef __getattr__(name: str) -> object: ...",
            because="Every name that was there still is.",
        ),
    ),
)
def module_getattr_removed(pair: ModulePair) -> Iterator[Change]:
    if pair.both and pair.both[0].dynamic and not pair.both[1].dynamic:
        yield fact(pair, f"`{pair.path}` no longer has a `__getattr__` that answers for names it does not define")
