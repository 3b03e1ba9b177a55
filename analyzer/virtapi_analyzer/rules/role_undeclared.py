"""The class no longer says who implements it: who does so may not be called any more, and who calls it may find nobody.

Nothing fails by that alone. But a class without a role is its callers' alone unless its values say otherwise, so that
what drivers hear of its later changes is less than before, or nothing.

## What to do instead

Leave the role on the class. Where the class itself is to go, supersede it.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import ClassPair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared
from virtapi_analyzer.rules.roles import IMPLEMENTED_BY


@rule(
    summary="A class no longer says who implements it.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Pausable:\n    def pause(self, instance): ...",
            new="class Pausable:\n    def pause(self, instance): ...",
            at=("Pausable",),
        ),
    ),
)
def role_undeclared(pair: ClassPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and contracts[0].role is not None and contracts[1].role is None:
        yield fact(pair, f"`{pair.name}` no longer says that {IMPLEMENTED_BY[contracts[0].role]} it")
