"""Kinds that may grow are told apart with a default branch, and named as types."""

from typing import ClassVar

from virtapi.capabilities import ShareMountable, VolumeAttachable
from virtapi.driver import ComputeDriver
from virtapi.exceptions import ConnectionNotSupported, VolumeUnavailable
from virtapi.host import Call
from virtapi.objects.binding import Binding
from virtapi.objects.connection import Connection, FileConnection, IscsiConnection
from virtapi.objects.instance import Instance
from virtapi.objects.share import NfsExport, ShareExport
from virtapi.objects.volume import VolumeAttachment


class Storing(ComputeDriver, VolumeAttachable, ShareMountable):
    RELEASES = ("2026.1", "2026.1")
    BINDINGS: ClassVar[frozenset[type[Binding]]] = frozenset()
    CONNECTIONS: ClassVar[frozenset[type[Connection]]] = frozenset({FileConnection, IscsiConnection})
    EXPORTS: ClassVar[frozenset[type[ShareExport]]] = frozenset({NfsExport})

    def attach_volume(self, call: Call, instance: Instance, attachment: VolumeAttachment, /) -> None:
        match attachment.connection:
            case FileConnection(path=path):
                raise VolumeUnavailable(instance=instance.uuid, volume=attachment.volume, details=path)
            case IscsiConnection(paths=paths, login=login) if login is not None:
                raise VolumeUnavailable(
                    instance=instance.uuid, volume=attachment.volume, details=f"{login.user} at {paths[0].portal}"
                )
            case _:
                raise ConnectionNotSupported(operation="VolumeAttachable.attach_volume", volume=attachment.volume)
