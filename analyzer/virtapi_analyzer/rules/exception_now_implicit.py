"""Every method may let out the exception now, and callers handle it only where it was declared.

It passes all others by, whatever their `@raises` says.

## What to do instead

Name it in the `@raises` of the methods that let it out, or derive it from an exception that every method may let out
already.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared

DRIVER = "@driver_interface\nclass Driver:\n    @raises(Down)\n    def start(self): ..."


@rule(
    summary="Every method may let out the exception now.",
    consumer=Severity.BREAKING,
    unprovable="mypy does not look at exceptions",
    examples=(
        Hit(
            old=f"class Down(Exception): ...\n{DRIVER}",
            new=f"@implicit\nclass Down(Exception): ...\n{DRIVER}",
            at=("Down",),
        ),
        Miss(
            old=DRIVER.replace("Down", "OSError"),
            new=f"@implicit\nclass Down(OSError): ...\n{DRIVER.replace('Down', 'OSError')}",
            because="The exception is new, and its base is handled already.",
            others=("class-added",),
        ),
    ),
)
def exception_now_implicit(pair: ClassPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and contracts[1].implicit and not contracts[0].implicit:
        yield fact(pair, f"every method may let out `{pair.name}` now, declared or not")
