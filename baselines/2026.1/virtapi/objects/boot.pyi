"""How an instance comes into being, stops and goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi.objects.image import Image
from virtapi.units import Seconds
from virtapi.values import Secret

__all__ = ["BootPlan", "Disposal", "InjectedFile", "Shutdown"]

@dataclass(frozen=True, slots=True, kw_only=True)
class InjectedFile:
    """A file that a guest finds when it boots for the first time."""

    path: Annotated[str, MinLen(1)]
    """The whole path of the file in the guest."""
    content: bytes
    """What is in it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class BootPlan:
    """What an instance is made from."""

    image: Image | None = None
    """The image of its root disk; None: it boots from a volume."""
    files: Sequence[InjectedFile] = ()
    """The files that it finds."""
    password: Secret | None = None
    """The administrator's password to set; None: none is set."""
    config_drive: bool = False
    """Whether it gets a disk from which it can read what it is told."""
    power_on: bool = True
    """Whether it is started once it is made."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal:
    """What goes together with an instance."""

    disks: bool = True
    """Whether its disks on the node are deleted. Volumes are let go and never deleted."""
    secrets: bool = True
    """Whether the keys are deleted that the node keeps for its disks."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Shutdown:
    """How much time a guest gets to shut down by itself before it is stopped."""

    timeout: Annotated[Seconds, Ge(0), Le(86400)] = Seconds(0)
    """How long to wait for the guest, in seconds; 0: it is stopped at once."""
    retry_interval: Annotated[Seconds, Ge(1), Le(86400)] = Seconds(10)
    """How long to wait before the guest is asked again, in seconds."""
