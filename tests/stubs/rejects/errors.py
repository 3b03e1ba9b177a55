"""Exceptions that cannot be made, changed or declared."""

from uuid import UUID

from virtapi import exceptions
from virtapi.contract import raises
from virtapi.exceptions import InstanceNotFound, InsufficientResources, MigrationImpossible, VolumeBusy
from virtapi.objects.power import PowerState
from virtapi.units import InstanceUuid, MiB, NodeName, ResourceAmount, ResourceClass, VolumeId

INSTANCE = InstanceUuid(UUID(int=1))


def construct() -> None:
    InstanceNotFound()  # E: [call-arg] Missing named argument "instance"
    InstanceNotFound("gone", instance=INSTANCE)  # E: [call-arg] Too many positional arguments
    InstanceNotFound(instance=INSTANCE, reason="gone")  # E: [call-arg] Unexpected keyword argument "reason"
    MigrationImpossible(instance=INSTANCE)  # E: [call-arg] Missing named argument "reason"
    VolumeBusy(instance=INSTANCE, volume=INSTANCE)  # E: [arg-type] expected "VolumeId"
    InsufficientResources(
        node=NodeName("a"),
        resource=ResourceClass("VCPU"),
        needed=MiB(1),  # E: [arg-type] expected "ResourceAmount"
    )
    InsufficientResources(
        node="a",  # E: [arg-type] expected "NodeName"
        resource=ResourceClass("VCPU"),
        needed=ResourceAmount(1),
    )


def change(error: VolumeBusy) -> None:
    error.volume = VolumeId(UUID(int=2))  # E: [misc] read-only
    error.details = "changed"  # E: [misc] read-only


@raises(PowerState)  # E: [arg-type] expected "type[Exception]"
def declares_what_is_no_exception() -> None: ...


@raises(InstanceNotFound(instance=INSTANCE))  # E: [arg-type] expected "type[Exception]"
def declares_one_that_was_made() -> None: ...


def let_out() -> None:
    raise PowerState.CRASHED  # E: [misc] Exception must be derived from BaseException


def catch() -> None:
    try:
        construct()
        change(VolumeBusy(instance=INSTANCE, volume=VolumeId(UUID(int=1))))
    except MiB:  # E: [misc] Exception type must be derived from BaseException
        raise


@raises(exceptions.DiskNotFound)  # E: [attr-defined] Module has no attribute "DiskNotFound"
def declares_what_the_interface_does_not() -> None: ...


def catch_what_the_interface_does_not_declare() -> None:
    try:
        construct()
    except exceptions.DiskNotFound:  # E: [attr-defined] Module has no attribute "DiskNotFound"
        raise
