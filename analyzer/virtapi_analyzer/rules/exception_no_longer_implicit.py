"""Only methods that declare the exception may still let it out, and old code raises it from others too.

Callers no longer expect it there, and it passes them by.

## What to do instead

Name it in the `@raises` of every method that may let it out.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared

DRIVER = "@driver_interface\nclass Driver:\n    @raises(Down)\n    def start(self): ..."


@rule(
    summary="Not every method may let out the exception any more.",
    producer=Severity.BREAKING,
    unprovable="mypy does not look at exceptions",
    examples=(
        Hit(
            old=f"@implicit\nclass Down(Exception): ...\n{DRIVER}",
            new=f"class Down(Exception): ...\n{DRIVER}",
            at=("Down",),
        ),
    ),
)
def exception_no_longer_implicit(pair: ClassPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and contracts[0].implicit and not contracts[1].implicit:
        yield fact(pair, f"only methods that declare `{pair.name}` may still let it out")
