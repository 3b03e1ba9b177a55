"""What libvirt reports, as what the interface declares. A method lets out nothing else."""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager

import libvirt

from virtapi import exceptions
from virtapi.contract import declared
from virtapi.exceptions import (
    DriverFailure,
    HardwareNotSupported,
    HypervisorUnavailable,
    InstanceExists,
    InstanceNotFound,
    InvalidPowerState,
    NetworkUnavailable,
    VirtDriverError,
)
from virtapi.objects.power import PowerState
from virtapi.units import InstanceUuid

__all__ = ["is_unsupported", "letting_out"]

ALWAYS: tuple[type[VirtDriverError], ...] = tuple(
    vars(exceptions)[name] for name in exceptions.__all__ if declared(vars(exceptions)[name]).implicit
)
"""What every method may let out, as the interface marks it."""

OF_INSTANCE: Mapping[int, Callable[[InstanceUuid, str], VirtDriverError]] = {
    libvirt.VIR_ERR_CONFIG_UNSUPPORTED: lambda uuid, text: HardwareNotSupported(instance=uuid, reason=text),
    libvirt.VIR_ERR_DOM_EXIST: lambda uuid, text: InstanceExists(instance=uuid, details=text),
    libvirt.VIR_ERR_NO_DOMAIN: lambda uuid, text: InstanceNotFound(instance=uuid, details=text),
    libvirt.VIR_ERR_NO_INTERFACE: lambda uuid, text: NetworkUnavailable(instance=uuid, details=text),
    libvirt.VIR_ERR_NO_NETWORK: lambda uuid, text: NetworkUnavailable(instance=uuid, details=text),
    # The state was looked at before, so it has changed meanwhile, and nobody knows into what.
    libvirt.VIR_ERR_OPERATION_INVALID: lambda uuid, text: InvalidPowerState(
        instance=uuid, state=PowerState.UNKNOWN, details=text
    ),
}
"""What libvirt's codes mean for one instance. All others are `DriverFailure`."""

LOST = frozenset(
    {
        libvirt.VIR_ERR_AUTH_CANCELLED,
        libvirt.VIR_ERR_AUTH_FAILED,
        libvirt.VIR_ERR_INVALID_CONN,
        libvirt.VIR_ERR_NO_CONNECT,
        libvirt.VIR_ERR_RPC,
    }
)
"""The codes that always mean that libvirt cannot be reached."""
LOST_ON_THE_WAY = frozenset({libvirt.VIR_ERR_INTERNAL_ERROR, libvirt.VIR_ERR_SYSTEM_ERROR})
"""The codes that mean it where the error comes from the way to libvirt."""
THE_WAY = frozenset({libvirt.VIR_FROM_REMOTE, libvirt.VIR_FROM_RPC})


@contextmanager
def letting_out(method: Callable[..., object], instance: InstanceUuid | None = None) -> Generator[None]:
    """Turn whatever is raised in the block into what `method` declares, or else into `DriverFailure`.

    Args:
        method: the method of the interface whose `@raises` counts.
        instance: the instance that the call is about; None: none.
    """
    allowed = (*(declared(method).raises or ()), *ALWAYS)
    try:
        yield
    except libvirt.libvirtError as error:
        meaning = _meaning(error, instance)
        raise (meaning if isinstance(meaning, allowed) else _failure(error)) from error
    except Exception as error:
        if isinstance(error, allowed):
            raise
        raise _failure(error) from error


def is_unsupported(error: libvirt.libvirtError) -> bool:
    """Whether the hypervisor does not support what it was asked for, or not with these flags."""
    return error.get_error_code() in (libvirt.VIR_ERR_NO_SUPPORT, libvirt.VIR_ERR_INVALID_ARG)


def _is_lost(error: libvirt.libvirtError) -> bool:
    """Whether the error says that libvirt cannot be reached."""
    code = error.get_error_code()
    return code in LOST or (code in LOST_ON_THE_WAY and error.get_error_domain() in THE_WAY)


def _meaning(error: libvirt.libvirtError, instance: InstanceUuid | None) -> VirtDriverError:
    if _is_lost(error):
        return HypervisorUnavailable(details=str(error))
    meaning = OF_INSTANCE.get(error.get_error_code() or 0)
    return _failure(error) if meaning is None or instance is None else meaning(instance, str(error))


def _failure(error: Exception) -> DriverFailure:
    return DriverFailure(details=f"{type(error).__name__}: {error}")
