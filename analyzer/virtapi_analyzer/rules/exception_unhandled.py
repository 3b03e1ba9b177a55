"""The host ends where a driver does what it may.

The interface declares that the method may let out the exception. Nothing between the host's call and the function by
which the host itself is entered handles it: not the call's own function, and none of those that lead to it. A function
that no code of the host calls is such an edge, and so is one that is handed on to be called by others.

## What to do instead

Handle the exception where the host can still do something about it, or where it is entered.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import EscapePart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.facts import names

_DRIVER = "class Driver:\n    @raises(KeyError)\n    def pause(self, instance): ..."


@interface_rule(
    summary="A declared exception of a driver's method reaches the edge of the host.",
    examples=(
        Wrong(
            source=_DRIVER,
            hosts=(
                "def pause(driver, instance):\n    driver.pause(instance)",
                (
                    "def entered(driver, instance):\n    try:\n        pause(driver, instance)\n"
                    "    except LookupError:\n        tell(instance)\n"
                    "def pause(driver, instance):\n    driver.pause(instance)"
                ),
            ),
            at=("Driver.pause",),
            right=_DRIVER,
        ),
        Right(
            source=_DRIVER,
            host=(
                "def pause(driver, instance):\n    try:\n        driver.pause(instance)\n"
                "    except KeyError as error:\n        raise Conflict(instance) from error"
            ),
            because="It is handled: another exception takes its place.",
        ),
    ),
)
def exception_unhandled(part: EscapePart) -> Iterator[Fault]:
    edge = part.edges[0] if part.edges else part.calls[0].within
    yield fault(
        part,
        f"nothing handles {names(part.exceptions)} of `{part.name}` on the way to `{edge}`, where the host is entered",
        host=part.calls[0].location,
    )
