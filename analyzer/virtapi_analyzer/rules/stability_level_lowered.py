"""Nothing fails yet, but every later change of the element may, and none will be announced.

Callers and implementers were promised that the element stays as it is or goes with notice. What is experimental may
change at any time, and a change of it is not called breaking any more (its mark on the old side is what counts), so
this is the last word that they hear.

## What to do instead

Supersede the element, and bring the experiment in parallel under a name of its own.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact
from virtapi_analyzer.rules.marks import declared, in_experimental


@rule(
    summary="A stable element became experimental.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    producer=Severity.POTENTIALLY_BREAKING,
    consumer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    @experimental\n    def pause(self, instance): ...",
            at=("Driver.pause",),
        ),
        Hit(
            old="@driver_interface\nclass Pausable:\n    def pause(self, instance): ...",
            new=(
                "@driver_interface\n@experimental\nclass Pausable:\n"
                "    @experimental\n    def pause(self, instance): ..."
            ),
            at=("Pausable",),
        ),
        Miss(
            old="@experimental\nclass Pausable:\n    def pause(self, instance): ...",
            new="@experimental\nclass Pausable:\n    @experimental\n    def pause(self, instance): ...",
            because="The class was experimental, and with it all that it holds.",
        ),
        Miss(
            old="class Pausable: ...",
            new="class Pausable:\n    @experimental\n    def pause(self, instance): ...",
            because="What is new has never been stable.",
            others=("method-added-concrete",),
        ),
    ),
)
def stability_level_lowered(pair: AnyPair) -> Iterator[Change]:
    contracts = declared(pair)
    if contracts and contracts[1].experimental and not contracts[0].experimental and not in_experimental(pair):
        yield fact(pair, f"`{pair.name}` is experimental now and may change at any time")
