"""Who is hurt: a rule's own terms, turned by role and flow."""

import pytest

from virtapi_analyzer.model.change import Change, Severity, Sides
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.pair import AnyPair, Pair
from virtapi_analyzer.policy.audiences import audiences

EQUIVALENT, HARMLESS, MAYBE, BREAKS = Severity
DRIVER, HOST = frozenset({Role.DRIVER}), frozenset({Role.HOST})
TO_DRIVER, TO_HOST, BOTH_WAYS = Flow.TO_DRIVER, Flow.TO_HOST, Flow.TO_DRIVER | Flow.TO_HOST
NOWHERE, NOBODY = Flow.NOWHERE, frozenset[Role]()

CALLER, IMPLEMENTER = Sides(caller=BREAKS), Sides(implementer=BREAKS)
PRODUCER, CONSUMER = Sides(producer=BREAKS), Sides(consumer=BREAKS)
ALL_THE_SAME = Sides(caller=EQUIVALENT, implementer=EQUIVALENT, producer=EQUIVALENT, consumer=EQUIVALENT)


@pytest.mark.parametrize(
    ("sides", "roles", "flow", "host", "driver"),
    [
        # A class with a role is implemented by that side; the other calls it.
        (CALLER, DRIVER, NOWHERE, BREAKS, HARMLESS),
        (IMPLEMENTER, DRIVER, NOWHERE, HARMLESS, BREAKS),
        (PRODUCER, DRIVER, NOWHERE, HARMLESS, BREAKS),
        (CONSUMER, DRIVER, NOWHERE, BREAKS, HARMLESS),
        (CALLER, HOST, NOWHERE, HARMLESS, BREAKS),
        (IMPLEMENTER, HOST, NOWHERE, BREAKS, HARMLESS),
        (PRODUCER, HOST, NOWHERE, BREAKS, HARMLESS),
        (CONSUMER, HOST, NOWHERE, HARMLESS, BREAKS),
        (CALLER, DRIVER | HOST, NOWHERE, BREAKS, BREAKS),
        (PRODUCER, DRIVER | HOST, NOWHERE, BREAKS, BREAKS),
        # A role counts whichever way the values flow.
        (IMPLEMENTER, DRIVER, TO_DRIVER, HARMLESS, BREAKS),
        (IMPLEMENTER, HOST, TO_HOST, BREAKS, HARMLESS),
        # Without one, a value is made where it flows from.
        (PRODUCER, NOBODY, TO_HOST, HARMLESS, BREAKS),
        (CONSUMER, NOBODY, TO_HOST, BREAKS, HARMLESS),
        (PRODUCER, NOBODY, TO_DRIVER, BREAKS, HARMLESS),
        (CONSUMER, NOBODY, TO_DRIVER, HARMLESS, BREAKS),
        (CALLER, NOBODY, TO_DRIVER, HARMLESS, BREAKS),
        (IMPLEMENTER, NOBODY, TO_DRIVER, BREAKS, HARMLESS),
        (CALLER, NOBODY, TO_HOST, BREAKS, HARMLESS),
        (IMPLEMENTER, NOBODY, TO_HOST, HARMLESS, BREAKS),
        (PRODUCER, NOBODY, BOTH_WAYS, BREAKS, BREAKS),
        (CONSUMER, NOBODY, BOTH_WAYS, BREAKS, BREAKS),
        # Reached from nowhere: there are only callers.
        (CALLER, NOBODY, NOWHERE, BREAKS, HARMLESS),
        (IMPLEMENTER, NOBODY, NOWHERE, HARMLESS, HARMLESS),
        (PRODUCER, NOBODY, NOWHERE, BREAKS, HARMLESS),
        (CONSUMER, NOBODY, NOWHERE, BREAKS, HARMLESS),
        # The worse of two counts, and what is equivalent to all stays so.
        (Sides(caller=MAYBE, consumer=BREAKS), DRIVER, NOWHERE, BREAKS, HARMLESS),
        (Sides(implementer=MAYBE, producer=HARMLESS), NOBODY, TO_HOST, HARMLESS, MAYBE),
        (Sides(caller=MAYBE, implementer=BREAKS), NOBODY, BOTH_WAYS, BREAKS, BREAKS),
        (ALL_THE_SAME, DRIVER, NOWHERE, EQUIVALENT, EQUIVALENT),
        (ALL_THE_SAME, NOBODY, BOTH_WAYS, EQUIVALENT, EQUIVALENT),
        (ALL_THE_SAME, NOBODY, NOWHERE, EQUIVALENT, EQUIVALENT),
    ],
)
def test_a_side_becomes_an_audience(
    sides: Sides, roles: frozenset[Role], flow: Flow, host: Severity, driver: Severity
) -> None:
    pair: AnyPair = Pair(path="pkg.Thing", old=None, new=None, roles=roles, flow=flow)
    change = Change(pair=pair, message="it changed", path=pair.path, sides=sides)
    assert audiences(change) == (host, driver)


@pytest.mark.parametrize("flow", [NOWHERE, TO_DRIVER, TO_HOST, BOTH_WAYS])
@pytest.mark.parametrize("sides", [CALLER, IMPLEMENTER, PRODUCER, CONSUMER])
def test_the_host_s_interface_is_the_mirror_image_of_the_driver_s(sides: Sides, flow: Flow) -> None:
    def judged(roles: frozenset[Role]) -> tuple[Severity, Severity]:
        pair: AnyPair = Pair(path="pkg.Thing", old=None, new=None, roles=roles, flow=flow)
        return audiences(Change(pair=pair, message="it changed", path=pair.path, sides=sides))

    host, driver = judged(DRIVER)
    assert judged(HOST) == (driver, host)
