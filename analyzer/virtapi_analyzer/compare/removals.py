"""What an old host says of members that were removed: who in its source lives off them."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from virtapi_analyzer.model.call import HostCalls
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.guarding import Became, Removal
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import AnyPair, AttributePair, MethodPair


def removed_names(pairs: Sequence[AnyPair]) -> frozenset[str]:
    """The names of the members that drivers implement or inherit, and that are gone."""
    return frozenset(pair.name for pair in pairs if _is_removal(pair))


def removed(pairs: Sequence[AnyPair], old: HostCalls, interface: Interface) -> tuple[AnyPair, ...]:
    """The pairs, those of removed members with what the old host says of them; guards have been looked at before.

    Where the interface declares its roles itself, its declaration says what drivers may use.
    """
    decides = not any(class_.contract.role is not None for class_ in interface.classes.values())
    mandatory = {
        pair.name
        for pair in pairs
        if isinstance(pair, MethodPair) and (its := pair.guarding) and its.became is Became.MANDATORY and its.sure
    }

    def one(pair: AnyPair) -> AnyPair:
        if not isinstance(pair, MethodPair | AttributePair) or not _is_removal(pair):
            return pair
        return replace(pair, removal=_removal(pair, old, mandatory, decides=decides))

    return tuple(map(one, pairs))


def _is_removal(pair: AnyPair) -> bool:
    gone = isinstance(pair, MethodPair | AttributePair) and pair.new is None and pair.renamed is None
    return gone and pair.roles == {Role.DRIVER} and not pair.private


def _removal(pair: MethodPair | AttributePair, old: HostCalls, mandatory: Collection[str], *, decides: bool) -> Removal:
    """A call that the host made only of drivers without a method that they must have now was their way to work."""
    calls = old.of(pair.name) if isinstance(pair, MethodPair) else ()
    of = tuple(dict.fromkeys(name for call in calls for name in call.instead_of if name in mandatory))
    stood_in = tuple(call for call in calls if any(name in of for name in call.instead_of))
    return Removal(
        host=old.sight.label,
        drivers=old.drivers,
        uses=old.uses.get(pair.name, ()),
        stood_in=stood_in,
        of=of,
        decides=decides,
    )
