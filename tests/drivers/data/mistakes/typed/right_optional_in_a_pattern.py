from complete import Complete

from virtapi.host import Call
from virtapi.objects.instance import Instance
from virtapi.objects.snapshot import VolumeSnapshotMerge, VolumeSnapshotPull


class Right(Complete):
    def _base(self, call: Call, instance: Instance, merge: VolumeSnapshotMerge) -> str:
        match merge:
            case VolumeSnapshotPull(base=None):
                return ""
            case VolumeSnapshotPull(base=str(base)):
                return base
            case _:
                return "?"
