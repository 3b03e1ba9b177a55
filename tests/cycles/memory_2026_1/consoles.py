"""How a guest's console is reached."""

from tests.cycles.memory_2026_1.connected import Connected
from virtapi.capabilities import ConsoleReadable, MksAccessible, SerialAccessible, SpiceAccessible, VncAccessible
from virtapi.exceptions import ConsolePortsExhausted, ConsoleUnavailable
from virtapi.host import Call
from virtapi.objects.console import MksConsole, SerialConsole, SpiceConsole, VncConsole
from virtapi.objects.instance import Instance
from virtapi.objects.power import PowerState
from virtapi.units import TcpPort
from virtapi.values import Secret

MOST_OUTPUT = 102_400
FIRST_PORT = 5900


class Consoles(Connected, VncAccessible, SpiceAccessible, SerialAccessible, MksAccessible, ConsoleReadable):
    """Opens consoles on ports of the machine, until the guest stops."""

    def get_vnc_console(self, call: Call, instance: Instance, /) -> VncConsole:
        return VncConsole(host="localhost", port=self._port(instance, "vnc"))

    def get_spice_console(self, call: Call, instance: Instance, /) -> SpiceConsole:
        return SpiceConsole(host="localhost", port=self._port(instance, "spice"))

    def get_serial_console(self, call: Call, instance: Instance, /) -> SerialConsole:
        return SerialConsole(host="localhost", port=self._port(instance, "serial"))

    def get_mks_console(self, call: Call, instance: Instance, /) -> MksConsole:
        guest = self._guest(instance)
        if guest.state is not PowerState.RUNNING:
            raise ConsoleUnavailable(instance=instance.uuid)
        return MksConsole(
            host="localhost",
            port=TcpPort(902),
            ticket=Secret(f"ticket of {instance.uuid}"),
            configuration=f"[memory] {instance.name}.vmx",
            thumbprint=":".join(["00"] * 20),
        )

    def get_console_output(self, call: Call, instance: Instance, /) -> bytes:
        guest = self._guest(instance)
        if guest.state is PowerState.UNKNOWN:
            raise ConsoleUnavailable(instance=instance.uuid)
        return guest.output[-MOST_OUTPUT:]

    def _port(self, instance: Instance, kind: str) -> TcpPort:
        """The port of a guest's console; it is opened by whoever asks first."""
        machine, guest = self._located(instance)
        if guest.state not in (PowerState.RUNNING, PowerState.PAUSED):
            raise ConsoleUnavailable(instance=instance.uuid)
        if (instance.uuid, kind) not in machine.consoles:
            used = set(machine.consoles.values())
            free = [port for port in range(FIRST_PORT, FIRST_PORT + machine.ports) if port not in used]
            if not free:
                raise ConsolePortsExhausted(instance=instance.uuid)
            machine.consoles[instance.uuid, kind] = free[0]
        return TcpPort(machine.consoles[instance.uuid, kind])
