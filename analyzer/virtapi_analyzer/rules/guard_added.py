"""A driver may leave out the method now, as far as the host is concerned.

The host did not expect the `NotImplementedError` of a driver that has no such method. It catches it now, or asks first
whether the driver has it. The interface is what it was; only the calls of the two hosts show it (`--host`).
"""

from collections.abc import Iterator
from dataclasses import replace

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.guarding import Became
from virtapi_analyzer.model.pair import MethodPair
from virtapi_analyzer.rules.declaration import Hit, Miss, rule
from virtapi_analyzer.rules.facts import fact

_REFUSES = {"__init__.py": "class Driver:\n    def plug(self, vif):\n        raise NotImplementedError()"}


@rule(
    summary="The host expects now that a driver leaves out the method.",
    examples=(
        Hit(
            old=_REFUSES,
            new=_REFUSES,
            hosts=(
                "def start(driver, vif):\n    driver.plug(vif)",
                (
                    "from contextlib import suppress\ndef start(driver, vif):\n"
                    "    with suppress(NotImplementedError):\n        driver.plug(vif)"
                ),
            ),
            at=("Driver.plug",),
        ),
        Miss(
            old=_REFUSES,
            new=_REFUSES,
            hosts=(
                "def start(driver, vif):\n    driver.plug(vif)",
                (
                    "def start(driver, vif):\n    try:\n        driver.plug(vif)\n"
                    "    except NotImplementedError:\n        log()\n        raise"
                ),
            ),
            because="The handler raises it again.",
        ),
    ),
)
def guard_added(pair: MethodPair) -> Iterator[Change]:
    if pair.guarding is not None and pair.guarding.became is Became.OPTIONAL:
        yield replace(fact(pair, f"the host expects now that a driver may leave out `{pair.name}`"), told=pair.guarding)
