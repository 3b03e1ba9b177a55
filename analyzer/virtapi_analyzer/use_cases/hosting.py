"""The hosts that are looked at beside the two versions of an interface."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from virtapi_analyzer.compare.handling import declared_exceptions, exceptions_that_came
from virtapi_analyzer.compare.hosts import Hosts
from virtapi_analyzer.compare.removals import removed_names
from virtapi_analyzer.interface.hosts import host_calls
from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration
from virtapi_analyzer.use_cases.opening import Progress, folder_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from virtapi_analyzer.model.call import HostCalls
    from virtapi_analyzer.model.interface import Interface
    from virtapi_analyzer.model.pair import AnyPair


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The source of a host that calls the newer version, and of what it was when it called the old one, if known."""

    new: str
    old: str | None = None

    @classmethod
    def at(cls, host: str | None, old_host: str | None, *, old: str | None, new: str) -> "Looked | None":
        """The hosts that these options mean; None where none is to be looked at.

        A host whose source is that of the newer version itself comes with it, as Nova does, and so did the old host
        with the old version (`old`, None for a baseline, which holds no host).
        """
        if host is None:
            if old_host is not None:
                raise ConfigurationError("an old host says nothing by itself: name the newer one with --host as well")
            return None
        return cls(new=host, old=old_host or (old if old is not None and _same(host, new) else None))


def looked_at(
    hosts: Looked,
    configuration: Configuration,
    interface: InterfaceConfiguration,
    old: "Interface",
    new: "Interface",
    pairs: "Sequence[AnyPair]",
    progress: Progress,
    *,
    alone: bool = False,
) -> Hosts:
    """What these hosts say of the interface; `pairs` are its two versions side by side.

    With `alone`, what the newer host does with every declared exception is asked too.
    """

    def calls(
        source: str, side: "Interface", *, inherited: "Collection[str]" = (), exceptions: "Collection[str]" = ()
    ) -> "HostCalls":
        return host_calls(
            source,
            side,
            callers=interface.callers,
            receivers=interface.receivers,
            inherited=inherited,
            exceptions=exceptions,
            project=folder_of(configuration, interface),
            progress=progress,
        )

    before = calls(hosts.old, old, inherited=removed_names(pairs)) if hosts.old is not None else None
    raised = exceptions_that_came(pairs) | (declared_exceptions(new) if alone else frozenset())
    return Hosts(new=calls(hosts.new, new, exceptions=raised), old=before)


def _same(first: str, second: str) -> bool:
    """Whether two sources are one; a folder may be written in several ways."""
    if first == second:
        return True
    one, other = Path(first).expanduser(), Path(second).expanduser()
    return one.exists() and other.exists() and one.samefile(other)
