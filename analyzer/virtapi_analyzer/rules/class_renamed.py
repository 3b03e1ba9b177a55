"""The class is gone, and the same class stands there under another name.

Whoever imports it, derives from it, makes its objects or reads them stops at the old name.

## What to do instead

Keep the old name as an alias of the new one (an old exception derives from the new one), mark it as superseded, and
remove it a cycle later.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.pair import ExportPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, new_name


@rule(
    summary="A class was renamed.",
    caller=Severity.BREAKING,
    implementer=Severity.BREAKING,
    producer=Severity.BREAKING,
    consumer=Severity.BREAKING,
    examples=(
        Hit(
            old="class Suspendable:\n    def suspend(self, instance): ...\n    def resume(self, instance): ...",
            new="class Sleepable:\n    def suspend(self, instance): ...\n    def resume(self, instance): ...",
            at=("Suspendable",),
        ),
    ),
)
def class_renamed(pair: ExportPair) -> Iterator[Change]:
    if pair.old is None or pair.renamed is None or not pair.module_kept or not isinstance(pair.old.element, Class):
        return
    yield fact(pair, f"the class `{pair.name}` is now called `{new_name(pair.path, pair.renamed)}`", removal=True)
