"""Whatever the interface allows becomes a definition that libvirt accepts, and that follows its schema."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import libvirt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.reference_driver.given import NODE, an_image, an_instance, networks
from virtapi.exceptions import HardwareNotSupported
from virtapi.objects.binding import Binding, BridgeBinding
from virtapi.objects.disk import DiskPlan, EphemeralDisk, RootDisk, SwapDisk
from virtapi.objects.flavor import Flavor
from virtapi.objects.hardware import HardwareProperties
from virtapi.objects.image import DiskFormat
from virtapi.objects.image_properties import ImageProperties
from virtapi.objects.instance import Instance
from virtapi.objects.machine import Architecture, MachineProperties, VirtualMachineMode
from virtapi.objects.network import Network, NetworkInfo, Vif
from virtapi.objects.open_vswitch import OpenVswitchBinding
from virtapi.objects.volume import DiskBus
from virtapi.units import (
    DeviceName,
    FlavorId,
    GiB,
    HostName,
    InstanceUuid,
    InterfaceName,
    MacAddress,
    MiB,
    Mtu,
    NetworkId,
    Processors,
    ProjectId,
    UserId,
    VifId,
)
from virtapi_libvirt.disks import lay_out, letters_of, name_disks
from virtapi_libvirt.domain_xml import GuestDefinition, domain_xml
from virtapi_libvirt.hardware import BUSES, platform_for
from virtapi_libvirt.host_capabilities import GuestPlatform, read_capabilities

SCHEMA = Path("/usr/share/libvirt/schemas/domain.rng")
PLATFORM = GuestPlatform(architecture="i686", os_type="hvm", domain_type="test", emulator="/usr/bin/test-hv")
HOST_NAME = HostName("host-1")
KVM = GuestPlatform(architecture="x86_64", os_type="hvm", domain_type="kvm", emulator=None)

names = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}", fullmatch=True)
buses = st.none() | st.sampled_from(sorted(BUSES, key=str))
devices = st.none() | st.sampled_from(["vda", "vdb", "sda", "hda", "vdzz", "", "../vda", "xvda"]).map(DeviceName)
# The kernel accepts more, and so does libvirt; its schema does not.
bridges = st.from_regex(r"[a-z][a-z0-9\-]{0,14}", fullmatch=True).map(InterfaceName)
bindings: st.SearchStrategy[Binding] = st.builds(BridgeBinding, bridge=bridges) | st.builds(
    OpenVswitchBinding, bridge=bridges, interface=st.uuids().map(VifId)
)
disk_plans = st.builds(
    DiskPlan,
    root=st.none()
    | st.builds(RootDisk, image=st.just(an_image()), size=st.integers(0, 100).map(GiB), device=devices, bus=buses),
    ephemerals=st.lists(
        st.builds(EphemeralDisk, size=st.integers(1, 100).map(GiB), device=devices, bus=buses), max_size=30
    ),
    swap=st.none() | st.builds(SwapDisk, size=st.integers(1, 100).map(MiB), device=devices, bus=buses),
)
macs = st.integers(0, 2**40 - 1).map(lambda number: MacAddress("52:" + number.to_bytes(5, "big").hex(":")))
vifs = st.builds(
    Vif,
    id=st.uuids().map(VifId),
    mac=macs,
    network=st.builds(
        Network,
        id=st.uuids().map(NetworkId),
        label=st.text(),
        mtu=st.none() | st.integers(68, 65_535).map(Mtu),
    ),
    binding=bindings,
    device=st.none() | bridges,
)
instances = st.builds(
    Instance,
    uuid=st.uuids().map(InstanceUuid),
    name=names,
    node=st.just(NODE),
    project=st.text().map(ProjectId),
    owner=st.text().map(UserId),
    flavor=st.builds(
        Flavor,
        id=st.just(FlavorId("1")),
        name=st.just("any"),
        processors=st.integers(1, 32).map(Processors),
        memory=st.integers(1, 2**30).map(MiB),
        root_disk=st.just(GiB(0)),
    ),
    display_name=st.text(),
)
definitions = st.builds(
    lambda instance, disks, networks, root: GuestDefinition(
        host=HOST_NAME,
        instance=instance,
        platform=PLATFORM,
        disks=lay_out(Path("/folder"), disks, root, DiskBus.VIRTIO),
        networks=NetworkInfo(vifs=networks),
    ),
    instances,
    disk_plans,
    st.lists(vifs, max_size=4, unique_by=lambda vif: vif.mac),
    st.sampled_from([DiskFormat.RAW, DiskFormat.QCOW2]),
)


@pytest.fixture(scope="module")
def connection() -> Iterator[libvirt.virConnect]:
    connection = libvirt.open("test:///default")
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    if not SCHEMA.is_file():
        pytest.skip(f"libvirt's schemas are not installed ({SCHEMA}): definitions are not compared with them")
    return etree.RelaxNG(file=str(SCHEMA))


@given(definitions)
def test_libvirt_accepts_every_definition_and_keeps_what_counts(
    connection: libvirt.virConnect, definition: GuestDefinition
) -> None:
    domain = connection.defineXML(domain_xml(definition))
    try:
        kept = etree.fromstring(domain.XMLDesc())
    finally:
        domain.undefineFlags(0)
    instance = definition.instance
    assert kept.findtext("name") == instance.name
    assert kept.findtext("uuid") == str(instance.uuid)
    assert kept.findtext("memory") == str(instance.flavor.memory * 1024)
    assert kept.findtext("vcpu") == str(instance.flavor.processors)
    assert {each.get("dev") for each in kept.iterfind("devices/disk/target")} == {
        each.device for each in definition.disks
    }
    assert [each.get("address") for each in kept.iterfind("devices/interface/mac")] == [
        vif.mac for vif in definition.networks.vifs
    ]


@given(definitions)
def test_every_definition_follows_the_schema(schema: etree.RelaxNG, definition: GuestDefinition) -> None:
    document = etree.fromstring(domain_xml(definition))
    assert schema.validate(document), schema.error_log


@given(st.lists(st.tuples(st.sampled_from(DiskBus), devices), max_size=60))
def test_no_two_disks_have_the_same_name(wanted: list[tuple[DiskBus, DeviceName | None]]) -> None:
    names = name_disks(wanted)
    assert len(set(names)) == len(wanted)


def test_a_name_that_is_hoped_for_is_given_where_it_fits() -> None:
    hoped = [(DiskBus.VIRTIO, None), (DiskBus.VIRTIO, DeviceName("vda")), (DiskBus.SATA, DeviceName("vdb"))]
    assert name_disks(hoped) == ["vdb", "vda", "sda"]


def test_disks_are_counted_as_columns_of_a_sheet() -> None:
    assert [letters_of(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["a", "z", "aa", "az", "ba", "zz", "aaa"]


def test_the_definition_reads_as_libvirt_documents_it() -> None:
    disks = DiskPlan(
        root=RootDisk(image=an_image(), size=GiB(1), device=DeviceName("vdb")),
        swap=SwapDisk(size=MiB(64), bus=DiskBus.SCSI),
    )
    definition = GuestDefinition(
        host=HOST_NAME,
        instance=an_instance(),
        platform=KVM,
        disks=lay_out(Path("/folder"), disks, DiskFormat.QCOW2, DiskBus.VIRTIO),
        networks=networks(OpenVswitchBinding(bridge=InterfaceName("br-int"), interface=VifId(UUID(int=9)))),
    )
    assert domain_xml(definition) == DEFINITION


DEFINITION = """\
<domain type="kvm">
  <name>instance-1</name>
  <uuid>00000000-0000-0000-0000-000000000001</uuid>
  <title>My server</title>
  <metadata>
    <virtapi:instance xmlns:virtapi="urn:virtapi:libvirt:1" host="host-1">
      <virtapi:project>a project</virtapi:project>
      <virtapi:owner>a user</virtapi:owner>
    </virtapi:instance>
  </metadata>
  <memory unit="MiB">512</memory>
  <vcpu>2</vcpu>
  <os>
    <type arch="x86_64">hvm</type>
  </os>
  <features>
    <acpi/>
    <apic/>
  </features>
  <cpu mode="host-model"/>
  <clock offset="utc"/>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <on_crash>destroy</on_crash>
  <devices>
    <controller type="scsi" model="virtio-scsi"/>
    <disk type="file" device="disk">
      <driver name="qemu" type="qcow2"/>
      <source file="/folder/root.qcow2"/>
      <target dev="vdb" bus="virtio"/>
      <boot order="1"/>
    </disk>
    <disk type="file" device="disk">
      <driver name="qemu" type="raw"/>
      <source file="/folder/swap.raw"/>
      <target dev="sda" bus="scsi"/>
    </disk>
    <interface type="bridge">
      <mac address="52:54:00:12:34:56"/>
      <source bridge="br-int"/>
      <virtualport type="openvswitch">
        <parameters interfaceid="00000000-0000-0000-0000-000000000009"/>
      </virtualport>
      <model type="virtio"/>
    </interface>
    <serial type="pty">
      <target port="0"/>
    </serial>
    <console type="pty">
      <target type="serial" port="0"/>
    </console>
  </devices>
</domain>
"""

CAPABILITIES = """<capabilities><host><cpu><arch>x86_64</arch></cpu></host>
<guest><os_type>hvm</os_type><arch name='i686'><emulator>/usr/bin/q32</emulator><domain type='qemu'/></arch></guest>
<guest><os_type>hvm</os_type><arch name='x86_64'><emulator>/usr/bin/q</emulator>
<machine>pc</machine><domain type='qemu'/><domain type='kvm'><machine>q35</machine><emulator>/usr/bin/kvm</emulator></domain></arch></guest></capabilities>"""


HOST = read_capabilities(CAPABILITIES)


def asking_for(**wishes: Architecture | VirtualMachineMode | str) -> Instance:
    hardware = HardwareProperties(machine=MachineProperties(**wishes))  # type: ignore[arg-type]
    return replace(an_instance(), image_properties=ImageProperties(hardware=hardware))


def test_the_fastest_kind_of_guest_like_the_host_is_chosen() -> None:
    assert platform_for(an_instance(), HOST) == GuestPlatform(
        architecture="x86_64",
        os_type="hvm",
        domain_type="kvm",
        emulator="/usr/bin/kvm",
        machines=frozenset({"pc", "q35"}),
    )


def test_another_kind_of_guest_is_chosen_where_it_is_asked_for() -> None:
    platform = platform_for(asking_for(emulated_architecture=Architecture.I686), HOST)
    assert (platform.architecture, platform.domain_type) == ("i686", "qemu")
    assert platform_for(asking_for(machine_type="q35"), HOST).domain_type == "kvm"


@pytest.mark.parametrize(
    "impossible",
    [
        asking_for(architecture=Architecture.S390X),
        asking_for(mode=VirtualMachineMode.XEN),
        asking_for(machine_type="abacus"),
    ],
)
def test_a_kind_of_guest_that_the_host_cannot_run_is_refused(impossible: Instance) -> None:
    with pytest.raises(HardwareNotSupported):
        platform_for(impossible, HOST)
