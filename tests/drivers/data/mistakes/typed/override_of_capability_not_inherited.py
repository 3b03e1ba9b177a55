from complete import Complete
from typing_extensions import override

from virtapi.capabilities import Pausable
from virtapi.host import Call
from virtapi.objects.instance import Instance


class Wrong(Complete):
    @override
    def pause(self, call: Call, instance: Instance, /) -> None:  # D: override-dead
        pass


class Right(Complete, Pausable):
    @override
    def pause(self, call: Call, instance: Instance, /) -> None:
        pass

    @override
    def unpause(self, call: Call, instance: Instance, /) -> None:
        pass
