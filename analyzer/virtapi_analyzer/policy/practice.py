"""What the source of a host makes of a verdict."""

from virtapi_analyzer.model.call import Practice
from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.charge import Failing
from virtapi_analyzer.model.guarding import Guarding, Handling, Removal, Told
from virtapi_analyzer.model.pair import AttributePair, MethodPair, ParameterPair


def told_by_host(change: Change) -> Told | None:
    """What hosts say of a change; None where they have no say."""
    if change.told is not None:
        return change.told
    match change.pair:
        case ParameterPair() as pair:
            charged = change.charge is not None and change.charge.implementer is not None
            return pair.practice if charged else None
        case MethodPair(new=None) | AttributePair(new=None) as pair:
            return pair.removal
        case _:
            return None


def sharpened(told: Told | None, *, host: Severity, driver: Severity) -> tuple[Severity, Severity]:
    """How bad a change is for the host, and for a driver that it calls, given what was seen."""
    match told:
        case Practice():
            return host, _by_calls(told, driver)
        case Guarding():
            return host, driver if told.sure else min(driver, Severity.POTENTIALLY_BREAKING)
        case Removal():
            return host, _by_uses(told, driver)
        case Handling():
            return _by_handlers(told, host), driver
        case None:
            return host, driver


def _by_calls(practice: Practice, driver: Severity) -> Severity:
    """A call that runs into it breaks the driver now. Where there is none, it may break where calls could not be seen
    as a whole, and breaks nobody else; unless the host is of another version, or the interface's own declaration is the
    contract, which says what any host may call.
    """
    if practice.worst is not None:
        return Severity.POTENTIALLY_BREAKING if practice.worst is Failing.PERMUTED else Severity.BREAKING
    if not practice.decides or practice.unfit:
        return driver
    unseen = practice.doubtful or practice.blind
    return min(driver, Severity.POTENTIALLY_BREAKING if unseen else Severity.NON_BREAKING)


def _by_uses(removal: Removal, driver: Severity) -> Severity:
    """Who lives off what was removed breaks: a driver that uses what it inherits, or one that the host called only in
    place of what every driver must have now. Where the host has drivers and none of them does, one elsewhere may."""
    if removal.uses or removal.stood_in:
        return Severity.BREAKING
    return min(driver, Severity.POTENTIALLY_BREAKING) if removal.decides and removal.drivers else driver


def _by_handlers(handling: Handling, host: Severity) -> Severity:
    """A host that handles what may be raised, wherever it calls the method, is not hurt by it."""
    if handling.unhandled or not handling.decides:
        return host
    unseen = handling.doubtful or handling.blind
    return min(host, Severity.POTENTIALLY_BREAKING if unseen else Severity.NON_BREAKING)
