"""How a guest gets at shares of the shared file system service."""

from typing import ClassVar

from tests.cycles.memory_2026_1.connected import Connected
from virtapi.capabilities import ShareMountable
from virtapi.exceptions import ShareBusy, ShareExportNotSupported, ShareUnavailable
from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.share import CephfsExport, NfsExport, Share, ShareExport


class Shares(Connected, ShareMountable):
    """Mounts shares on the machine, once for each guest that has them."""

    EXPORTS: ClassVar[frozenset[type[ShareExport]]] = frozenset({NfsExport, CephfsExport})

    def mount_share(self, call: Call, instance: Instance, share: Share, /) -> None:
        machine = self._machine(instance.node)
        self._check_export("mount_share", share)
        if share.id in self._hypervisor.faults.lost:
            raise ShareUnavailable(instance=instance.uuid, share=share.id)
        machine.mounted.setdefault(share.id, set()).add(instance.uuid)

    def unmount_share(self, call: Call, instance: Instance, share: Share, /) -> bool:
        self._check_export("unmount_share", share)
        users = [machine.mounted.get(share.id, set()) for machine in self._own_machines()]
        if any(instance.uuid in each for each in users) and share.id in self._hypervisor.faults.clinging:
            raise ShareBusy(instance=instance.uuid, share=share.id)
        for each in users:
            each.discard(instance.uuid)
        return any(users)

    def _check_export(self, method: str, share: Share) -> None:
        """A share of Ceph is mounted from one monitor, because nothing here can try the next one."""
        if type(share.export) not in self.EXPORTS or (
            isinstance(share.export, CephfsExport) and len(share.export.monitors) > 1
        ):
            raise ShareExportNotSupported(operation=f"ShareMountable.{method}", share=share.id)
