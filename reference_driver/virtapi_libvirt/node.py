"""The node: the machine whose libvirt the driver is connected to."""

from pathlib import Path
from uuid import UUID, uuid4

import libvirt

from virtapi.exceptions import NodeNotFound
from virtapi.objects.node import Node
from virtapi.units import NodeName, NodeUuid
from virtapi_libvirt.options import LibvirtOptions

__all__ = ["check_node", "name_of_node", "read_node"]


def name_of_node(connection: libvirt.virConnect, options: LibvirtOptions) -> NodeName:
    """The name of the node: the operator's, or else libvirt's."""
    return options.node or NodeName(connection.getHostname())


def check_node(connection: libvirt.virConnect, options: LibvirtOptions, node: NodeName) -> None:
    """Raise `NodeNotFound` where a node is another."""
    if node != name_of_node(connection, options):
        raise NodeNotFound(node=node)


def read_node(connection: libvirt.virConnect, options: LibvirtOptions) -> Node:
    """The node, with the UUID that stands in the driver's folder; where none does, a new one is written there.

    libvirt has a UUID for its host too, from the firmware. There are machines whose firmware has that of another.
    """
    file = Path(options.folder, "node-uuid")
    try:
        uuid = UUID(file.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        uuid = _write_uuid(file)
    return Node(name=name_of_node(connection, options), uuid=NodeUuid(uuid))


def _write_uuid(file: Path) -> UUID:
    """Write a new UUID, whole or not at all; another driver of the folder may have been faster."""
    file.parent.mkdir(parents=True, exist_ok=True)
    written = file.with_name(f"{file.name}.{uuid4()}")
    written.write_text(f"{uuid4()}\n", encoding="ascii")
    try:
        file.hardlink_to(written)
    except FileExistsError:
        pass
    finally:
        written.unlink()
    return UUID(file.read_text(encoding="ascii").strip())
