"""`except` clauses no longer catch the exception.

Who catches the base lets the exception pass. Who raises it does not feel anything.

## What to do instead

Keep the base for a cycle, beside the new one.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.ancestry import is_exception, ordinary_bases
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="An exception no longer derives from one of its bases.",
    caller=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old=(
                "class Busy(OSError): ...\n"
                "@driver_interface\nclass Driver:\n    @raises(Busy)\n    def pause(self, instance): ..."
            ),
            new=(
                "class Busy(Exception): ...\n"
                "@driver_interface\nclass Driver:\n    @raises(Busy)\n    def pause(self, instance): ..."
            ),
            at=("Busy",),
            host=Severity.BREAKING,
            driver=Severity.NON_BREAKING,
        ),
    ),
)
def exception_base_removed(pair: ClassPair) -> Iterator[Change]:
    if pair.old is None or not is_exception(pair.old):
        return
    if lost := ordinary_bases(pair.lost):
        yield fact(pair, f"who catches {names(lost)} no longer catches `{pair.name}`")
