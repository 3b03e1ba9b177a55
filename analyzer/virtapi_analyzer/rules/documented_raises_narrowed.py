"""The documentation no longer speaks of an exception that drivers may raise.

An old driver may still raise it, and callers no longer read of it.

## What to do instead

Declare the exceptions with `@raises`, so that they can be checked.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.pair import CallablePair
from virtapi_analyzer.rules.declaration import Hit, rule
from virtapi_analyzer.rules.facts import fact, names


@rule(
    summary="An exception was taken from those that the docstring names.",
    implementer=Severity.POTENTIALLY_BREAKING,
    examples=(
        Hit(
            old=(
                "@driver_interface\nclass Driver:\n    def pause(self, instance):\n"
                '        """Pause.\n\n        :raises KeyError: if it is unknown\n'
                '        :raises OSError: if the host is busy\n        """'
            ),
            new=(
                "@driver_interface\nclass Driver:\n    def pause(self, instance):\n"
                '        """Pause.\n\n        :raises KeyError: if it is unknown\n        """'
            ),
            at=("Driver.pause",),
        ),
    ),
)
def documented_raises_narrowed(pair: CallablePair) -> Iterator[Change]:
    if (went := pair.documented_gone) and not pair.private:
        yield fact(pair, f"the documentation of `{pair.name}` no longer says that it raises {names(went)}")
