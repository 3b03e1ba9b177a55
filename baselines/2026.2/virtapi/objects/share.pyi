"""File systems of the shared file system service, and how a node reaches them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MinLen

from virtapi.contract import open_base
from virtapi.units import ShareId
from virtapi.values import Secret, matches

__all__ = ["CephfsExport", "NfsExport", "Share", "ShareExport"]

@open_base
@dataclass(frozen=True, slots=True, kw_only=True)
class ShareExport:
    """How a node reaches a share. Each kind is a subclass, and more will be added.

    A host sends a driver only the kinds that it names in `ShareMountable.EXPORTS`.
    """

@dataclass(frozen=True, slots=True, kw_only=True)
class NfsExport(ShareExport):
    """Through NFS. The server knows the node by its address, so nobody has to log in."""

    server: Annotated[str, MinLen(1)]
    """The name or the address of the server."""
    path: Annotated[str, matches("/.*")]
    """The whole path of the share on the server."""

@dataclass(frozen=True, slots=True, kw_only=True)
class CephfsExport(ShareExport):
    """Through Ceph's file system."""

    monitors: Annotated[Sequence[Annotated[str, MinLen(1)]], MinLen(1)]
    """The names or the addresses of the monitors, each with its port behind a colon where it is not the usual one."""
    path: Annotated[str, matches("/.*")]
    """The whole path of the share in the file system."""
    user: Annotated[str, MinLen(1)]
    """The name to log in with."""
    key: Secret
    """The key to log in with."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A file system that guests of several nodes can use at once."""

    id: ShareId
    """The share."""
    tag: Annotated[str, MinLen(1)]
    """The name under which a guest mounts it."""
    export: ShareExport
    """How the node reaches it."""
