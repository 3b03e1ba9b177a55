"""The method may let out an exception that callers do not expect.

Callers handle what is declared. A new exception passes them by.

## What to do instead

Derive the new exception from one that is declared already, or raise it from a method beside it.
"""

from collections.abc import Iterator
from dataclasses import replace

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair, MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, names

_HOST = """\
def pause(driver, instance):
    try:
        driver.pause(instance)
    except (KeyError, OSError):
        tell(instance)
"""


@rule(
    summary="An exception was added to those that are declared.",
    caller=Severity.BREAKING,
    unprovable="mypy does not look at exceptions",
    examples=(
        Hit(
            old="@driver_interface\nclass Driver:\n    @raises(KeyError)\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    @raises(KeyError, OSError)\n    def pause(self, instance): ...",
            at=("Driver.pause",),
        ),
        Hit(
            old="class Driver:\n    @raises(KeyError)\n    def pause(self, instance): ...",
            new="class Driver:\n    @raises(KeyError, OSError)\n    def pause(self, instance): ...",
            hosts=(_HOST, _HOST),
            at=("Driver.pause",),
            host=Severity.NON_BREAKING,
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    @raises(KeyError, OSError)\n    def pause(self, instance): ...",
            new="@driver_interface\nclass Driver:\n    @raises(OSError, KeyError)\n    def pause(self, instance): ...",
            because="The order says nothing.",
        ),
        Miss(
            old="@driver_interface\nclass Driver:\n    @raises(LookupError)\n    def pause(self): ...",
            new="@driver_interface\nclass Driver:\n    @raises(LookupError, KeyError)\n    def pause(self): ...",
            because="A KeyError is a LookupError, which callers handle.",
        ),
    ),
)
def raises_widened(pair: CallablePair) -> Iterator[Change]:
    if pair.raises_came and not pair.private:
        change = fact(pair, f"`{pair.name}` may now raise {names(pair.raises_came)}")
        yield replace(change, told=pair.handling) if isinstance(pair, MethodPair) else change
