"""Units and names: every public number and every identifier has a type of its own.

Type checkers keep them apart, so that no MiB is passed for bytes. The range of a number stands in `Annotated` where it
is used.
"""

from ipaddress import IPv4Address, IPv6Address
from typing import NewType, TypeAlias
from uuid import UUID

__all__ = [
    "AcceleratorRequestId",
    "AddressBits",
    "AggregateUuid",
    "BootIndex",
    "BusNumber",
    "Bytes",
    "BytesPerSecond",
    "CertificateId",
    "CompressionLevel",
    "ConsumerUuid",
    "Count",
    "DataVersion",
    "DeviceName",
    "DeviceRevision",
    "DiskIndex",
    "EdgeBridgeNumber",
    "FlavorId",
    "GiB",
    "HostName",
    "ImageId",
    "InstanceUuid",
    "InterfaceName",
    "IpAddress",
    "KeyBits",
    "KiB",
    "KibPerSecond",
    "LaunchIndex",
    "LogicalUnit",
    "MacAddress",
    "MediatedDeviceId",
    "Megahertz",
    "MiB",
    "Microseconds",
    "MigrationUuid",
    "Mtu",
    "Nanoseconds",
    "NetworkId",
    "NodeName",
    "NodeUuid",
    "NumaCellId",
    "OperationsPerSecond",
    "PciBus",
    "PciDomain",
    "PciFunction",
    "PciProductId",
    "PciRequestId",
    "PciSlot",
    "PciVendorId",
    "Percent",
    "PrefixLength",
    "ProcessorIndex",
    "Processors",
    "ProjectId",
    "ProviderName",
    "ProviderUuid",
    "Ratio",
    "RequestId",
    "ResourceAmount",
    "ResourceClass",
    "Seconds",
    "SecretId",
    "ShareId",
    "SocketIndex",
    "SubnetId",
    "TcpPort",
    "Trait",
    "UserId",
    "VifId",
    "VirtualFunctionIndex",
    "VlanId",
    "VolumeAttachmentId",
    "VolumeId",
    "VolumeSnapshotId",
    "Weight",
]

Bytes = NewType("Bytes", int)
"""A size in bytes."""
MiB = NewType("MiB", int)
"""A size in units of 2**20 bytes."""
GiB = NewType("GiB", int)
"""A size in units of 2**30 bytes."""
Seconds = NewType("Seconds", float)
"""A length of time in seconds."""
Nanoseconds = NewType("Nanoseconds", int)
"""A length of time in units of 10**-9 seconds."""
Processors = NewType("Processors", int)
"""A number of processors that a guest sees, or of a node's processors that guests may use."""
Count = NewType("Count", int)
"""A number of things that have no unit."""
Percent = NewType("Percent", float)
"""A part of a hundred."""
Ratio = NewType("Ratio", float)
"""A factor without unit."""
ResourceAmount = NewType("ResourceAmount", int)
"""An amount of a resource class, in the unit of that class."""
BootIndex = NewType("BootIndex", int)
"""The place of a device in the order in which a guest tries to boot; 0 comes first. Two may have the same, as
`virtapi.objects.disk.DiskPlan` says."""
TcpPort = NewType("TcpPort", int)
"""A TCP port."""
LogicalUnit = NewType("LogicalUnit", int)
"""The number of a disk behind a SCSI target."""
DataVersion = NewType("DataVersion", int)
"""The number of a version that its owner counts."""
VlanId = NewType("VlanId", int)
"""The number of a VLAN."""
Mtu = NewType("Mtu", int)
"""The largest frame of a network, in bytes without the link layer's header."""
PrefixLength = NewType("PrefixLength", int)
"""The number of leading bits of an address that name its network."""
AddressBits = NewType("AddressBits", int)
"""A number of bits that a physical address has."""
CompressionLevel = NewType("CompressionLevel", int)
"""How hard data is compressed: 1 is the quickest, 9 the smallest."""
KeyBits = NewType("KeyBits", int)
"""The length of a key in bits."""
KiB = NewType("KiB", int)
"""A size in units of 2**10 bytes."""
KibPerSecond = NewType("KibPerSecond", int)
"""A rate in units of 2**10 bytes a second."""
BytesPerSecond = NewType("BytesPerSecond", int)
"""A rate in bytes a second."""
LaunchIndex = NewType("LaunchIndex", int)
"""The place of an instance among those that one request made; 0 comes first."""
Megahertz = NewType("Megahertz", int)
"""A frequency in units of 10**6 hertz."""
Microseconds = NewType("Microseconds", int)
"""A length of time in units of 10**-6 seconds."""
NumaCellId = NewType("NumaCellId", int)
"""A NUMA cell, by the number that its owner gives it."""
OperationsPerSecond = NewType("OperationsPerSecond", int)
"""A rate of reads and writes."""
PciBus = NewType("PciBus", int)
"""A bus of a PCI domain."""
PciDomain = NewType("PciDomain", int)
"""A PCI domain of a node."""
PciFunction = NewType("PciFunction", int)
"""A function of a PCI device."""
PciSlot = NewType("PciSlot", int)
"""A slot of a PCI bus."""
ProcessorIndex = NewType("ProcessorIndex", int)
"""A processor, by the number that its owner gives it; 0 comes first."""
SocketIndex = NewType("SocketIndex", int)
"""A socket of a node, by the number that the node gives it."""
VirtualFunctionIndex = NewType("VirtualFunctionIndex", int)
"""A virtual function, by the number that its physical function gives it; 0 comes first."""
EdgeBridgeNumber = NewType("EdgeBridgeNumber", int)
"""A number that IEEE 802.1Qbg gives to a manager, a type of interface, or the version of one."""
DeviceRevision = NewType("DeviceRevision", int)
"""The revision of a device, as its maker counts."""
DiskIndex = NewType("DiskIndex", int)
"""A disk, by its place in a sequence of disks; 0 comes first."""
BusNumber = NewType("BusNumber", int)
"""A bus of a guest, or a place at it, as the guest counts."""
Weight = NewType("Weight", int)
"""A share in proportion to that of others, without unit."""

InstanceUuid = NewType("InstanceUuid", UUID)
"""An instance. It stays the same for its whole life, on every host."""
ConsumerUuid = NewType("ConsumerUuid", UUID)
"""What resources are allocated for: an instance by its `InstanceUuid`, or a migration by its `MigrationUuid`."""
MigrationUuid = NewType("MigrationUuid", UUID)
"""A move of an instance from one node to another."""
NodeUuid = NewType("NodeUuid", UUID)
"""A node. It stays the same when the node is renamed."""
NodeName = NewType("NodeName", str)
"""A node, by the name that its driver gives it: unique among all nodes, and stable."""
ProjectId = NewType("ProjectId", str)
"""A project that owns instances."""
UserId = NewType("UserId", str)
"""A user who asks for something."""
RequestId = NewType("RequestId", str)
"""A request, for correlating logs."""
FlavorId = NewType("FlavorId", str)
"""A flavor, as users name it."""
ImageId = NewType("ImageId", UUID)
"""An image of the image service."""
VolumeId = NewType("VolumeId", UUID)
"""A volume of the block storage service."""
VolumeSnapshotId = NewType("VolumeSnapshotId", UUID)
"""A snapshot of a volume."""
ShareId = NewType("ShareId", UUID)
"""A share of the shared file system service."""
VolumeAttachmentId = NewType("VolumeAttachmentId", UUID)
"""An attachment of a volume, as the block storage service counts them."""
NetworkId = NewType("NetworkId", UUID)
"""A network of the network service."""
SubnetId = NewType("SubnetId", UUID)
"""A subnet of the network service."""
VifId = NewType("VifId", UUID)
"""A virtual interface: the port of the network service that it is plugged into."""
ResourceClass = NewType("ResourceClass", str)
"""What a node has an inventory of, such as `VCPU` or `MEMORY_MB`; a driver's own begin with `CUSTOM_`."""
DeviceName = NewType("DeviceName", str)
"""The name of a disk as a guest may see it, such as `vda`, without a folder."""
AcceleratorRequestId = NewType("AcceleratorRequestId", UUID)
"""A request for an accelerator, which the accelerator service has bound to a device."""
CertificateId = NewType("CertificateId", str)
"""A certificate that a key manager keeps."""
HostName = NewType("HostName", str)
"""A host, by the name that the host service runs under, which stays and is its own; it may have several nodes."""
ProviderName = NewType("ProviderName", str)
"""A provider of resources by its name, unique among all providers of all hosts; a node's is its `NodeName`."""
InterfaceName = NewType("InterfaceName", str)
"""A network interface or a bridge of a node, by the name that the node's operating system has for it."""
MediatedDeviceId = NewType("MediatedDeviceId", UUID)
"""A mediated device: a part of a physical device that the operating system manages."""
PciProductId = NewType("PciProductId", str)
"""A kind of PCI device: four lower-case hexadecimal digits, given by its vendor."""
PciRequestId = NewType("PciRequestId", UUID)
"""A request for PCI devices that a host keeps for an instance."""
PciVendorId = NewType("PciVendorId", str)
"""A vendor of PCI devices: four lower-case hexadecimal digits."""
ProviderUuid = NewType("ProviderUuid", UUID)
"""A resource provider: a node or a part of it that has inventories."""
AggregateUuid = NewType("AggregateUuid", UUID)
"""A group of providers."""
SecretId = NewType("SecretId", UUID)
"""A secret that a key manager keeps."""
Trait = NewType("Trait", str)
"""What a node can do, such as `HW_CPU_X86_AVX2`; a driver's own begin with `CUSTOM_`."""
MacAddress = NewType("MacAddress", str)
"""A hardware address: six pairs of lower-case hexadecimal digits with colons between them."""
IpAddress: TypeAlias = IPv4Address | IPv6Address
"""An address of either version of the Internet Protocol."""
