"""How a node reaches volumes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated
from uuid import UUID

from annotated_types import Ge, Le, MinLen

from virtapi.contract import open_base, open_enum
from virtapi.units import IpAddress, LogicalUnit, TcpPort
from virtapi.values import JsonValue, Secret, matches

__all__ = [
    "CephCredentials",
    "CephMonitor",
    "ChapCredentials",
    "Connection",
    "FibreChannelConnection",
    "FibreChannelPath",
    "FileConnection",
    "IscsiConnection",
    "IscsiPath",
    "IscsiTransport",
    "LocalBlockConnection",
    "NfsConnection",
    "NvmeConnection",
    "NvmePortal",
    "NvmeTransport",
    "OtherConnection",
    "RbdConnection",
    "SmbConnection",
    "SmbCredentials",
]

@open_base
@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """How a node reaches a volume. Each kind is a subclass, and more will be added.

    A host sends a driver only the kinds that it names in `VolumeAttachable.CONNECTIONS`.
    """

@dataclass(frozen=True, slots=True, kw_only=True)
class FileConnection(Connection):
    """As a file that the node can open."""

    path: Annotated[str, MinLen(1)]
    """The whole path of the file on the node."""

@dataclass(frozen=True, slots=True, kw_only=True)
class LocalBlockConnection(Connection):
    """As a block device that the node has already."""

    path: Annotated[str, MinLen(1)]
    """The whole path of the device on the node."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ChapCredentials:
    """What to log in with through CHAP."""

    user: Annotated[str, MinLen(1)]
    """The name."""
    password: Secret
    """The password."""

@open_enum
class IscsiTransport(Enum):
    """What carries iSCSI. Members will be added: who reads one needs a default branch."""

    TCP = "tcp"
    """TCP."""
    ISER = "iser"
    """Remote direct memory access (iSER)."""

@dataclass(frozen=True, slots=True, kw_only=True)
class IscsiPath:
    """One of the ways to a volume through iSCSI."""

    portal: IpAddress
    """The address of the target."""
    port: Annotated[TcpPort, Ge(1), Le(65_535)] = TcpPort(3260)
    """The port of the target."""
    target: Annotated[str, MinLen(1)]
    """The qualified name of the target (IQN)."""
    lun: Annotated[LogicalUnit, Ge(0), Le(16_383)]
    """The number of the logical unit."""

@dataclass(frozen=True, slots=True, kw_only=True)
class IscsiConnection(Connection):
    """Through iSCSI."""

    paths: Annotated[Sequence[IscsiPath], MinLen(1)]
    """The ways to the volume. A driver that uses only one takes the first that it reaches."""
    transport: IscsiTransport = IscsiTransport.TCP
    """What carries it."""
    login: ChapCredentials | None = None
    """What to log in with; None: nobody has to log in."""
    discovery_login: ChapCredentials | None = None
    """What to log in with when asking a portal for its targets; None: nobody has to log in."""
    multipath_only: bool = False
    """Whether the node must not use the volume through one path alone."""

@dataclass(frozen=True, slots=True, kw_only=True)
class FibreChannelPath:
    """One of the ways to a volume through Fibre Channel."""

    wwpn: Annotated[str, matches("[0-9a-f]{16}")]
    """The name of the target's port (WWPN): sixteen lower-case hexadecimal digits."""
    lun: Annotated[LogicalUnit, Ge(0), Le(2**53)]
    """The number of the logical unit."""
    initiators: frozenset[Annotated[str, matches("[0-9a-f]{16}")]] | None = None
    """The ports of nodes (WWPN) from which the target can be reached; None: from all."""

@dataclass(frozen=True, slots=True, kw_only=True)
class FibreChannelConnection(Connection):
    """Through Fibre Channel."""

    paths: Annotated[Sequence[FibreChannelPath], MinLen(1)]
    """The ways to the volume. A driver that uses only one takes the first that it reaches."""
    multipath_only: bool = False
    """Whether the node must not use the volume through one path alone."""

@dataclass(frozen=True, slots=True, kw_only=True)
class CephCredentials:
    """What to log in with at Ceph."""

    user: Annotated[str, MinLen(1)]
    """The name."""
    key: Secret | None = None
    """The key; None: the node has it already."""

@dataclass(frozen=True, slots=True, kw_only=True)
class CephMonitor:
    """A monitor of a Ceph cluster."""

    address: IpAddress
    """Its address."""
    port: Annotated[TcpPort, Ge(1), Le(65_535)] = TcpPort(6789)
    """Its port."""

@dataclass(frozen=True, slots=True, kw_only=True)
class RbdConnection(Connection):
    """Through Ceph's RADOS block device."""

    cluster: Annotated[str, MinLen(1)] = "ceph"
    """The name of the cluster."""
    pool: Annotated[str, MinLen(1)]
    """The pool that the volume is in."""
    image: Annotated[str, MinLen(1)]
    """The name of the volume in the pool."""
    monitors: Annotated[Sequence[CephMonitor], MinLen(1)]
    """The monitors of the cluster."""
    login: CephCredentials | None = None
    """What to log in with; None: nobody has to log in."""

@dataclass(frozen=True, slots=True, kw_only=True)
class NfsConnection(Connection):
    """As a file on an NFS server."""

    export: Annotated[str, MinLen(1)]
    """What the node mounts, such as `192.0.2.7:/volumes`."""
    options: Sequence[str] = ()
    """The options of mounting it."""
    path: Annotated[str, MinLen(1)]
    """The path of the file below it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class SmbCredentials:
    """What to log in with at an SMB server."""

    user: Annotated[str, MinLen(1)]
    """The name."""
    password: Secret
    """The password."""
    domain: str | None = None
    """The domain that the user is in; None: none."""

@dataclass(frozen=True, slots=True, kw_only=True)
class SmbConnection(Connection):
    """As a file on an SMB server."""

    export: Annotated[str, MinLen(1)]
    """The share, such as `//192.0.2.7/volumes`."""
    options: Sequence[str] = ()
    """The options of mounting it, without those of logging in."""
    path: Annotated[str, MinLen(1)]
    """The path of the file below the share."""
    login: SmbCredentials | None = None
    """What to log in with; None: nobody has to log in."""

@open_enum
class NvmeTransport(Enum):
    """What carries NVMe-oF. Members will be added: who reads one needs a default branch."""

    TCP = "tcp"
    """TCP."""
    RDMA = "rdma"
    """Remote direct memory access."""

@dataclass(frozen=True, slots=True, kw_only=True)
class NvmePortal:
    """One of the ways to a volume through NVMe-oF."""

    address: IpAddress
    """The address of the subsystem."""
    port: Annotated[TcpPort, Ge(1), Le(65_535)] = TcpPort(4420)
    """The port of the subsystem."""
    transport: NvmeTransport = NvmeTransport.TCP
    """What carries it."""

@dataclass(frozen=True, slots=True, kw_only=True)
class NvmeConnection(Connection):
    """Through NVMe over Fabrics."""

    subsystem: Annotated[str, MinLen(1)]
    """The qualified name of the subsystem (NQN)."""
    namespace: UUID | None = None
    """The namespace that is the volume; None: the subsystem has only one."""
    portals: Annotated[Sequence[NvmePortal], MinLen(1)]
    """The ways to the subsystem."""

@dataclass(frozen=True, slots=True, kw_only=True)
class OtherConnection(Connection):
    """Through a protocol that this interface has no class for, as the block storage service describes it."""

    protocol: Annotated[str, MinLen(1)]
    """The name of the protocol."""
    values: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    """What the block storage service says of the connection. What is secret in it does not belong here."""
    secrets: Mapping[str, Secret] = field(default_factory=dict[str, Secret])
    """What is secret of the connection, by name."""
