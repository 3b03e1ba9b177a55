from complete import Complete

from virtapi.objects.power import InstanceInfo


class Right(Complete):
    def _info(self) -> InstanceInfo:
        return None

    def _count(self) -> int:
        return ""
