"""A driver is written by inheriting what it can do."""

from typing import ClassVar

from virtapi.capabilities import Pausable
from virtapi.driver import ComputeDriver
from virtapi.exceptions import InvalidPowerState
from virtapi.flags import Capability
from virtapi.host import Call
from virtapi.objects.binding import Binding, BridgeBinding
from virtapi.objects.instance import Instance
from virtapi.objects.power import PowerState


class Partial(ComputeDriver, Pausable):
    RELEASES = ("2026.1", "2026.2")
    FLAGS = frozenset({Capability.SECURE_BOOT})
    BINDINGS: ClassVar[frozenset[type[Binding]]] = frozenset({BridgeBinding})

    def pause(self, call: Call, instance: Instance, /) -> None:
        raise InvalidPowerState(instance=instance.uuid, state=PowerState.CRASHED)

    def capabilities(self) -> frozenset[Capability]:
        return super().capabilities() - {Capability.PAUSE}
