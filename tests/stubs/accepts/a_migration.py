"""A host moves a guest, with whatever steps its drivers have beside the core."""

from virtapi.capabilities import (
    LiveMigratable,
    LiveMigrationCheckCleanable,
    LiveMigrationFinishable,
    LiveMigrationRevertible,
    MigrationClaimUsable,
)
from virtapi.driver import ComputeDriver
from virtapi.exceptions import InstanceError, MigrationError, MigrationImpossible
from virtapi.host import Call
from virtapi.objects.boot import Disposal
from virtapi.objects.device import DevicePlan
from virtapi.objects.disk import DiskPlan
from virtapi.objects.driver_data import DriverData
from virtapi.objects.instance import Instance
from virtapi.objects.live_migration import LiveMigrationPlan
from virtapi.objects.migration import MigrationClaim
from virtapi.objects.network import NetworkInfo


def check(
    source: ComputeDriver,
    destination: ComputeDriver,
    call: Call,
    instance: Instance,
    plan: LiveMigrationPlan,
    claim: MigrationClaim,
    disks: DiskPlan,
) -> DriverData | str:
    if not LiveMigratable.offered_by(source) or not LiveMigratable.offered_by(destination):
        return "not offered"
    checked = destination.check_migration_destination(call, instance, plan, disks=disks)
    try:
        data = source.check_migration_source(call, instance, plan, checked, disks=disks)
    except MigrationImpossible as error:
        return error.reason
    except InstanceError as error:
        return str(error.instance)
    finally:
        if LiveMigrationCheckCleanable.offered_by(destination):
            destination.clean_migration_check(call, checked)
    if MigrationClaimUsable.offered_by(destination):
        data = destination.check_migration_claim(call, instance, plan, data, claim)
    return data


def move(
    source: ComputeDriver,
    destination: ComputeDriver,
    call: Call,
    instance: Instance,
    plan: LiveMigrationPlan,
    data: DriverData,
    networks: NetworkInfo,
    disks: DiskPlan,
    devices: DevicePlan,
) -> bool:
    if not LiveMigratable.offered_by(source) or not LiveMigratable.offered_by(destination):
        return False
    try:
        data = destination.prepare_live_migration(
            call, instance, plan, data, networks=networks, disks=disks, devices=devices
        )
        source.live_migrate(call, instance, plan, data)
    except MigrationError:
        if LiveMigrationRevertible.offered_by(destination):
            destination.roll_back_live_migration(
                call, instance, plan, data, Disposal(), networks=networks, disks=disks, devices=devices
            )
        return False
    if LiveMigrationFinishable.offered_by(destination):
        destination.finish_live_migration(call, instance, plan, data, networks=networks, disks=disks, devices=devices)
    return True
