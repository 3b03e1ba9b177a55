"""What a host's own calls make of a verdict on drivers."""

from virtapi_analyzer.model.call import Practice
from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.pair import ParameterPair


def practice_of(change: Change) -> Practice | None:
    """What the calls of a host say of a change; None where they have no say."""
    pair = change.pair
    if not isinstance(pair, ParameterPair) or change.charge is None or change.charge.implementer is None:
        return None
    return pair.practice


def sharpened(practice: Practice | None, driver: Severity) -> Severity:
    """How bad a change is for a driver that this host calls.

    A call that runs into it breaks the driver now. Where there is none, it may break where calls could not be seen as
    a whole, and breaks nobody else; unless the host is of another version, or the interface's own declaration is the
    contract, which says what any host may call.
    """
    if practice is None:
        return driver
    if practice.worst is not None:
        return Severity.POTENTIALLY_BREAKING if practice.worst is Failing.PERMUTED else Severity.BREAKING
    if not practice.decides or practice.unfit:
        return driver
    unseen = practice.doubtful or practice.blind
    return min(driver, Severity.POTENTIALLY_BREAKING if unseen else Severity.NON_BREAKING)
