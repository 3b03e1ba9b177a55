# Produced from consoles.pyi by `virtapi runtime`; not to be edited.
"""How a guest's console is reached."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from virtapi.ability import Ability
from virtapi.contract import capability, concurrent, driver_interface, raises
from virtapi.exceptions import ConsolePortsExhausted, ConsoleUnavailable, InstanceNotFound
from virtapi.flags import Capability

if TYPE_CHECKING:
    from virtapi.host import Call
    from virtapi.objects.console import MksConsole, SerialConsole, SpiceConsole, VncConsole
    from virtapi.objects.instance import Instance

__all__ = ["ConsoleReadable", "MksAccessible", "SerialAccessible", "SpiceAccessible", "VncAccessible"]


@driver_interface
@capability(Capability.CONSOLE_VNC)
class VncAccessible(Ability):
    """The driver gives access to a guest's screen through VNC."""

    @abstractmethod
    @raises(ConsolePortsExhausted, ConsoleUnavailable, InstanceNotFound)
    @concurrent
    def get_vnc_console(self, call: Call, instance: Instance, /) -> VncConsole:
        """Tell where the guest's screen can be reached.

        Args:
            call: the call that the driver works for.
            instance: the instance.
        Returns:
            Where it can be reached at the moment, by the proxies of the host.
        Raises:
            ConsolePortsExhausted: the node has no port free for the console.
            ConsoleUnavailable: the guest has no console of this kind, or none at the moment.
            InstanceNotFound: the instance is not on this host.
        State: nothing is changed, but that the console may have been opened.
        Repeats: asks again; what was told before may not hold any more.
        After: the host lets in only whom it knows; the answer holds until the guest stops or moves.
        """


@driver_interface
@capability(Capability.CONSOLE_SPICE)
class SpiceAccessible(Ability):
    """The driver gives access to a guest's screen through SPICE."""

    @abstractmethod
    @raises(ConsolePortsExhausted, ConsoleUnavailable, InstanceNotFound)
    @concurrent
    def get_spice_console(self, call: Call, instance: Instance, /) -> SpiceConsole:
        """Tell where the guest's screen can be reached.

        Args:
            call: the call that the driver works for.
            instance: the instance.
        Returns:
            Where it can be reached at the moment, by the proxies of the host.
        Raises:
            ConsolePortsExhausted: the node has no port free for the console.
            ConsoleUnavailable: the guest has no console of this kind, or none at the moment.
            InstanceNotFound: the instance is not on this host.
        State: nothing is changed, but that the console may have been opened.
        Repeats: asks again; what was told before may not hold any more.
        After: the host lets in only whom it knows; the answer holds until the guest stops or moves.
        """


@driver_interface
@capability(Capability.CONSOLE_SERIAL)
class SerialAccessible(Ability):
    """The driver gives access to a guest's serial port over TCP."""

    @abstractmethod
    @raises(ConsolePortsExhausted, ConsoleUnavailable, InstanceNotFound)
    @concurrent
    def get_serial_console(self, call: Call, instance: Instance, /) -> SerialConsole:
        """Tell where the guest's serial port can be reached.

        Args:
            call: the call that the driver works for.
            instance: the instance.
        Returns:
            Where it can be reached at the moment, by the proxies of the host.
        Raises:
            ConsolePortsExhausted: the node has no port free for the console.
            ConsoleUnavailable: the guest has no console of this kind, or none at the moment.
            InstanceNotFound: the instance is not on this host.
        State: nothing is changed, but that the console may have been opened.
        Repeats: asks again; what was told before may not hold any more.
        After: the host lets in only whom it knows; the answer holds until the guest stops or moves.
        """


@driver_interface
@capability(Capability.CONSOLE_MKS)
class MksAccessible(Ability):
    """The driver gives access to a guest's screen, mouse and keyboard through VMware's protocol."""

    @abstractmethod
    @raises(ConsoleUnavailable, InstanceNotFound)
    @concurrent
    def get_mks_console(self, call: Call, instance: Instance, /) -> MksConsole:
        """Tell where the guest's screen, mouse and keyboard can be reached.

        Args:
            call: the call that the driver works for.
            instance: the instance.
        Returns:
            Where it can be reached at the moment, by the proxies of the host.
        Raises:
            ConsoleUnavailable: the guest has no console of this kind, or none at the moment.
            InstanceNotFound: the instance is not on this host.
        State: nothing is changed, but that the console may have been opened.
        Repeats: asks again; what was told before may not hold any more.
        After: the host lets in only whom it knows; the answer holds until the guest stops or moves.
        """


@driver_interface
@capability(Capability.CONSOLE_OUTPUT)
class ConsoleReadable(Ability):
    """The driver keeps what a guest has written to its console."""

    @abstractmethod
    @raises(ConsoleUnavailable, InstanceNotFound)
    @concurrent
    def get_console_output(self, call: Call, instance: Instance, /) -> bytes:
        """Read the end of what a guest has written to its serial console.

        Args:
            call: the call that the driver works for.
            instance: the instance.
        Returns:
            The last 102,400 bytes at most, as the guest has written them, in whatever encoding; none where it has
            written nothing.
        Raises:
            ConsoleUnavailable: what the guest writes is not kept, or cannot be read at the moment.
            InstanceNotFound: the instance is not on this host.
        State: nothing is changed; what was read can be read again.
        Repeats: asks again.
        """
