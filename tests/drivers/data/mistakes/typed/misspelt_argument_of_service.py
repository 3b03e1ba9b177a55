from complete import Complete

from virtapi.host import Call
from virtapi.objects.instance import Instance


class Wrong(Complete):
    def _make(self, call: Call, instance: Instance) -> None:
        self._host.detach_rebuild_volumes(call, instance, keep_rot=True)  # D: call-unfit


class Right(Complete):
    def _make(self, call: Call, instance: Instance) -> None:
        self._host.detach_rebuild_volumes(call, instance, keep_root=True)
