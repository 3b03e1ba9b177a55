"""What hosts say of the pairs of an interface: the one that calls the new version, and the one that called the old."""

from collections.abc import Sequence
from dataclasses import dataclass

from virtapi_analyzer.compare.guards import guarded
from virtapi_analyzer.compare.handling import handled
from virtapi_analyzer.compare.practice import practised
from virtapi_analyzer.compare.removals import removed
from virtapi_analyzer.model.call import HostCalls
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import AnyPair


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosts:
    """The hosts that were looked at; `old` is None where only the newer one was."""

    new: HostCalls
    old: HostCalls | None = None


def told_by_hosts(pairs: Sequence[AnyPair], hosts: Hosts, _old: Interface, new: Interface) -> tuple[AnyPair, ...]:
    """The pairs of two versions of an interface, with what the hosts say of them.

    Where that declares its roles itself, its declaration is the contract, and no host's habit is.
    """
    told = handled(practised(tuple(pairs), hosts.new, new), hosts.new, new)
    if hosts.old is not None:
        told = removed(guarded(told, hosts.old, hosts.new, new), hosts.old, new)
    return told
