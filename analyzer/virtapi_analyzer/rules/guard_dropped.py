"""A driver that leaves out the method fails where the host got along without it.

The host caught the `NotImplementedError` of a driver that has no such method, or asked first whether it has. It no
longer does, and the interface itself is what it was: only the calls of the old and the new host show it (`--host`).

## What to do instead

Keep the guard for a cycle, and say in the interface that every driver must define the method from the next release on.
"""

from collections.abc import Iterator
from dataclasses import replace

from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.guarding import Became
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact

_REFUSES = {"__init__.py": "class Driver:\n    def plug(self, vif):\n        raise NotImplementedError()"}
_BARE = "def start(driver, vif):\n    driver.plug(vif)"
_GUARDED = """\
def start(driver, vif):
    try:
        driver.plug(vif)
    except NotImplementedError:
        pass
"""


@rule(
    summary="The host no longer expects that a driver leaves out the method.",
    implementer=Severity.BREAKING,
    unprovable="what a host catches is in no signature",
    evidence=("nova c80912866f: update_provider_tree became mandatory without any change of the driver's interface",),
    examples=(
        Hit(
            old=_REFUSES,
            new=_REFUSES,
            hosts=(
                _GUARDED,
                _BARE,
            ),
            at=("Driver.plug",),
        ),
        Hit(
            old=_REFUSES,
            new=_REFUSES,
            hosts=(
                "def start(driver, vif):\n    if driver.can_plug:\n        driver.plug(vif)",
                _BARE,
            ),
            at=("Driver.plug",),
        ),
        Hit(
            old=_REFUSES,
            new=_REFUSES,
            hosts=(
                _GUARDED,
                "def start(driver, vif):\n    try:\n        driver.plug(vif)\n    except Exception:\n        log()",
            ),
            at=("Driver.plug",),
            driver=Severity.POTENTIALLY_BREAKING,
        ),
        Miss(
            old=_REFUSES,
            new=_REFUSES,
            hosts=(
                _GUARDED,
                (
                    "def start(driver, vif):\n    try:\n        plug(driver, vif)\n"
                    "    except (OSError, NotImplementedError):\n        pass\n"
                    "def plug(driver, vif):\n    driver.plug(vif)"
                ),
            ),
            because="A caller expects it now.",
        ),
        Miss(
            old=_REFUSES,
            new=_REFUSES,
            hosts=(
                "def start(driver, vif):\n    try:\n        driver.plug(vif)\n    except OSError:\n        pass",
                _BARE,
            ),
            because="A driver that left it out failed before as well.",
        ),
    ),
)
def guard_dropped(pair: MethodPair) -> Iterator[Change]:
    if pair.guarding is not None and pair.guarding.became is Became.MANDATORY:
        yield replace(
            fact(pair, f"the host no longer expects that a driver leaves out `{pair.name}`"), told=pair.guarding
        )
