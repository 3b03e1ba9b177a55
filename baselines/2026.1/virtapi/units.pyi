"""Units and names: every public number and every identifier has a type of its own.

Type checkers keep them apart, so that no MiB is passed for bytes. The range of a number stands in `Annotated` where it
is used.
"""

from ipaddress import IPv4Address, IPv6Address
from typing import NewType, TypeAlias
from uuid import UUID

__all__ = [
    "BootIndex",
    "Bytes",
    "Count",
    "DataVersion",
    "DeviceName",
    "FlavorId",
    "GiB",
    "ImageId",
    "InstanceUuid",
    "IpAddress",
    "LogicalUnit",
    "MacAddress",
    "MiB",
    "Mtu",
    "NetworkId",
    "NodeName",
    "NodeUuid",
    "Percent",
    "PrefixLength",
    "Processors",
    "ProjectId",
    "Ratio",
    "RequestId",
    "ResourceAmount",
    "ResourceClass",
    "Seconds",
    "SubnetId",
    "TcpPort",
    "UserId",
    "VifId",
    "VlanId",
    "VolumeId",
]

Bytes = NewType("Bytes", int)
"""A size in bytes."""
MiB = NewType("MiB", int)
"""A size in units of 2**20 bytes."""
GiB = NewType("GiB", int)
"""A size in units of 2**30 bytes."""
Seconds = NewType("Seconds", float)
"""A length of time in seconds."""
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
"""The place of a device in the order in which a guest tries to boot; 0 comes first."""
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

InstanceUuid = NewType("InstanceUuid", UUID)
"""An instance. It stays the same for its whole life, on every host."""
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
MacAddress = NewType("MacAddress", str)
"""A hardware address: six pairs of lower-case hexadecimal digits with colons between them."""
IpAddress: TypeAlias = IPv4Address | IPv6Address
"""An address of either version of the Internet Protocol."""
