"""Whoever implements or calls something stable has to use what may change at any time, and breaks with it.

Asked of the types of parameters, returns and attributes, of the exceptions that are declared, and of bases. What is
itself experimental, or in an experimental class, may need what it likes.

## What to do instead

Make it experimental too, or wait until what it needs is stable.
"""

from collections.abc import Iterator
from typing import Any

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import Part
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="Something stable needs something experimental.",
    examples=(
        Wrong(
            source=(
                "@experimental\nclass Plan: ...\n@experimental\nclass Failed(Exception): ...\nclass Known(Plan): ...\n"
                "@driver_interface\nclass Driver:\n    @raises(Failed)\n    def spawn(self, plan: Plan, /) -> None: ..."
            ),
            at=("Driver.spawn", "Driver.spawn(plan)", "Known"),
            right=(
                "class Plan: ...\nclass Failed(Exception): ...\nclass Known(Plan): ...\n"
                "@driver_interface\nclass Driver:\n    @raises(Failed)\n    def spawn(self, plan: Plan, /) -> None: ..."
            ),
        ),
        Right(
            source=(
                "@experimental\nclass Plan: ...\n"
                "@driver_interface\nclass Driver:\n    @experimental\n    def spawn(self, plan: Plan, /) -> None: ...\n"
                "@experimental\n@driver_interface\nclass Other:\n    def start(self, plan: Plan, /) -> None: ..."
            ),
            because="The method is experimental itself, or its class is.",
        ),
    ),
)
def stability_leak(part: Part[Any]) -> Iterator[Fault]:
    for path in part.leaks:
        yield fault(part, f"it is stable, and needs `{path.rpartition('.')[2]}`, which is experimental")
