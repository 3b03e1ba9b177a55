"""The final constant has another value.

`Final` promises that the value stays, and so does a type of one `Literal`. A type checker takes the value for the type,
so comparisons that were always true become errors, and what was stored no longer matches.

## What to do instead

Add a constant beside it with the new value.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import values_differ
from virtapi_analyzer.model.pair import AttributePair
from virtapi_analyzer.rules.constants import promised
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import became, fact


@rule(
    summary="The value of a Final constant or attribute changed.",
    caller=Severity.BREAKING,
    examples=(
        Hit(
            old="VERSION: Final = 1",
            new="VERSION: Final = 2",
            at=("VERSION",),
        ),
        Hit(
            old="from typing import Literal\nMODE: Literal['thin'] = 'thin'",
            new="from typing import Literal\nMODE: Literal['thick'] = 'thick'",
            at=("MODE",),
        ),
        Miss(
            old='URI: Final = "qemu:///system"',
            new="URI: Final = 'qemu:///system'",
            because="Other quotes, the same text.",
        ),
    ),
)
def final_value_changed(pair: AttributePair) -> Iterator[Change]:
    if pair.both is None or pair.private or pair.renamed is not None:
        return
    old, new = pair.both
    if promised(pair) and old.value and new.value and values_differ(old.value, new.value):
        yield fact(pair, f"the value of `{pair.name}` {became(old.value, new.value)}")
