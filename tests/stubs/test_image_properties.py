"""Every property of an image that a driver of Nova 33 can be told has its typed place."""

import dataclasses
from typing import Any, get_args, get_type_hints

import pytest

from virtapi.objects.image_properties import ImageProperties

PLACES = {
    "hw_architecture": "hardware.machine.architecture",
    "hw_emulation_architecture": "hardware.machine.emulated_architecture",
    "hw_auto_disk_config": "hardware.disks.grow",
    "hw_boot_menu": "hardware.firmware.boot_menu",
    "hw_cdrom_bus": "hardware.disks.cdrom_bus",
    "hw_cpu_cores": "hardware.processors.cores",
    "hw_cpu_sockets": "hardware.processors.sockets",
    "hw_cpu_max_cores": "hardware.processors.most_cores",
    "hw_cpu_max_sockets": "hardware.processors.most_sockets",
    "hw_cpu_max_threads": "hardware.processors.most_threads",
    "hw_cpu_policy": "hardware.processors.policy",
    "hw_cpu_thread_policy": "hardware.processors.thread_policy",
    "hw_cpu_realtime_mask": "hardware.processors.real_time_processors",
    "hw_cpu_threads": "hardware.processors.threads",
    "hw_device_id": "hardware.peripherals.xen_revision",
    "hw_disk_bus": "hardware.disks.bus",
    "hw_disk_type": "hardware.disks.allocation",
    "hw_floppy_bus": "hardware.disks.floppy_bus",
    "hw_firmware_type": "hardware.firmware.kind",
    "hw_firmware_stateless": "hardware.firmware.stateless",
    "hw_input_bus": "hardware.peripherals.input_bus",
    "hw_ipxe_boot": "hardware.firmware.network_boot",
    "hw_locked_memory": "hardware.memory.locked",
    "hw_machine_type": "hardware.machine.machine_type",
    "hw_mem_encryption": "hardware.memory.encryption",
    "hw_mem_encryption_model": "hardware.memory.encryption",
    "hw_mem_page_size": "hardware.memory.pages",
    "hw_numa_nodes": "hardware.memory.numa",
    "hw_numa_cpus": "hardware.memory.numa",
    "hw_numa_mem": "hardware.memory.numa",
    "hw_pci_numa_affinity_policy": "hardware.peripherals.pci_numa_policy",
    "hw_pointer_model": "hardware.peripherals.pointer",
    "hw_pmu": "hardware.processors.performance_counters",
    "hw_qemu_guest_agent": "guest.agents.qemu",
    "hw_rescue_bus": "hardware.disks.rescue_bus",
    "hw_rescue_device": "hardware.disks.rescue_kind",
    "hw_rng_model": "hardware.peripherals.random",
    "hw_time_hpet": "hardware.machine.high_precision_timer",
    "hw_serial_port_count": "hardware.peripherals.serial_ports",
    "hw_scsi_model": "hardware.disks.scsi_model",
    "hw_video_model": "hardware.video.model",
    "hw_video_ram": "hardware.video.memory",
    "hw_vif_model": "hardware.interfaces.model",
    "hw_viommu_model": "hardware.peripherals.iommu",
    "hw_vm_mode": "hardware.machine.mode",
    "hw_watchdog_action": "hardware.peripherals.watchdog",
    "hw_vif_multiqueue_enabled": "hardware.interfaces.multiqueue",
    "hw_tpm_model": "hardware.firmware.tpm_model",
    "hw_tpm_version": "hardware.firmware.tpm_version",
    "hw_ephemeral_encryption": "hardware.disks.encrypted",
    "hw_ephemeral_encryption_format": "hardware.disks.encryption_format",
    "hw_ephemeral_encryption_secret_uuid": "hardware.disks.image_secret",
    "hw_virtio_packed_ring": "hardware.peripherals.packed_rings",
    "hw_maxphysaddr_mode": "hardware.processors.address_space",
    "hw_maxphysaddr_bits": "hardware.processors.address_space",
    "hw_sound_model": "hardware.peripherals.sound",
    "hw_usb_model": "hardware.peripherals.usb",
    "hw_redirected_usb_ports": "hardware.peripherals.usb_redirections",
    "img_bittorrent": "handling.bit_torrent",
    "img_cache_in_nova": "handling.cache",
    "img_compression_level": "handling.compression",
    "img_hv_requested_version": "hardware.machine.hypervisor",
    "img_hv_type": "hardware.machine.hypervisor",
    "img_config_drive": "guest.config_drive",
    "img_linked_clone": "hardware.disks.linked",
    "img_owner_id": "handling.owner",
    "img_root_device_name": "hardware.disks.root_device",
    "img_use_agent": "guest.agents.xen",
    "img_version": "handling.version",
    "img_signature": "signature",
    "img_signature_hash_method": "signature",
    "img_signature_certificate_uuid": "signature",
    "img_signature_key_type": "signature",
    "img_hide_hypervisor_id": "hardware.machine.hide_hypervisor",
    "os_admin_user": "guest.administrator",
    "os_command_line": "guest.command_line",
    "os_distro": "guest.distribution",
    "os_require_quiesce": "guest.quiesce_required",
    "os_secure_boot": "hardware.firmware.secure_boot",
    "os_skip_agent_inject_files_at_boot": "guest.agents.injects_files",
    "os_skip_agent_inject_ssh": "guest.agents.injects_keys",
    "os_type": "guest.system",
    "traits_required": "required_traits",
}
IN_THE_DISK_PLAN = {"img_bdm_v2", "img_block_device_mapping", "img_mappings"}
FOR_FLAVORS_ALONE = {"dedicated", "emulator_threads", "real_time"}


def fields(kind: type[Any], path: str = "") -> list[str]:
    """The paths of all fields that are no objects of several topics."""
    found = []
    for name, hint in get_type_hints(kind).items():
        below = [each for each in (hint, *get_args(hint)) if dataclasses.is_dataclass(each)]
        is_part = bool(below) and hint is below[0]
        found += fields(hint, f"{path}{name}.") if is_part else [path + name]
    return found


def test_there_are_as_many_properties_as_nova_has() -> None:
    assert len(PLACES.keys() | IN_THE_DISK_PLAN) == 86


@pytest.mark.parametrize("path", sorted(set(PLACES.values())))
def test_a_property_has_a_place_that_an_image_need_not_fill(path: str) -> None:
    value: Any = ImageProperties()
    for name in path.split("."):
        value = getattr(value, name)
    assert value is None or value == frozenset()


def test_no_place_is_without_a_property() -> None:
    unfilled = set(fields(ImageProperties)) - set(PLACES.values())
    assert {each.rpartition(".")[2] for each in unfilled} == FOR_FLAVORS_ALONE | {"other"}
