"""Where two forms fit a call, another one is taken.

Forms that never fit the same call may stand in any order at run time; a type checker may refuse an override that keeps
the old order.

## What to do instead

Keep the order.
"""

from collections.abc import Iterator
from dataclasses import replace

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import OverloadPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact


@rule(
    summary="The forms of an overload set are in another order.",
    caller=Severity.POTENTIALLY_BREAKING,
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> str: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: int) -> str: ...\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ..."
            ),
            at=("Driver.connect",),
            host=Severity.NON_BREAKING,
            driver=Severity.BREAKING,
        ),
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> str: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: int) -> str: ...\n    @overload\n"
                "    def connect(self, uri: str) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: float) -> int: ..."
            ),
            at=("Driver.connect",),
            others=("overload-added",),  # two facts, of which each may be there without the other
        ),
        Miss(
            old=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str, *, port: int, timeout: int) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> str: ..."
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @overload\n"
                "    def connect(self, uri: str, *, timeout: int, port: int) -> bytes: ...\n    @overload\n"
                "    def connect(self, uri: int) -> str: ..."
            ),
            because="Keyword-only parameters have no order.",
        ),
    ),
)
def overload_reordered(pair: OverloadPair) -> Iterator[Change]:
    if pair.reordered and not pair.private:
        told = fact(pair, f"the forms of `{pair.name}` are in another order")
        yield told if pair.gone or pair.came else replace(told, charge=pair.charge)
