"""The documentation speaks of an exception that it did not speak of before.

Whether it was raised before, the text does not say. A caller that handles what is documented may not be ready for it.

## What to do instead

Declare the exceptions with `@raises`, so that they can be checked.
"""

from collections.abc import Iterator
from dataclasses import replace

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair, MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="An exception was added to those that the docstring names.",
    caller=Severity.POTENTIALLY_BREAKING,
    evidence=("nova 6489f2d2b4 documented TooManyDiskDevices for attach_volume",),
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    def pause(self, instance):\n"
                '        """Pause.\n\n        :raises KeyError: if it is unknown\n        """'
            ),
            new=(
                "@driver_interface\nclass Driver:\n    def pause(self, instance):\n"
                '        """Pause.\n\n        :raises KeyError: if it is unknown\n'
                '        :raises OSError: if the host is busy\n        """'
            ),
            at=("Driver.pause",),
        ),
        Miss(
            old=(
                "@driver_interface\nclass Driver:\n    @raises(KeyError)\n    def pause(self, instance):\n"
                '        """Pause.\n\n        :raises KeyError: if it is unknown\n        """'
            ),
            new=(
                "@driver_interface\nclass Driver:\n    @raises(KeyError)\n    def pause(self, instance):\n"
                '        """Pause.\n\n        :raises KeyError: if it is unknown\n'
                '        :raises OSError: if the host is busy\n        """'
            ),
            because="Where exceptions are declared, the declaration counts.",
        ),
    ),
)
def documented_raises_widened(pair: CallablePair) -> Iterator[Change]:
    if pair.documented_came and not pair.private:
        change = fact(pair, f"the documentation of `{pair.name}` now says that it raises {names(pair.documented_came)}")
        yield replace(change, told=pair.handling) if isinstance(pair, MethodPair) else change
