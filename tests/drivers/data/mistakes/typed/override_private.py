from complete import Complete
from typing_extensions import override

from virtapi.host import Call
from virtapi.objects.instance import Instance


class Wrong(Complete):
    @override
    def suspend(self, call: Call, instance: Instance, /) -> None:  # D: override-dead
        pass


class Right(Complete):
    @override
    def stop(self, call: Call, /) -> None:
        pass
