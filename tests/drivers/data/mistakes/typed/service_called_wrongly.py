from complete import Complete

from virtapi.events import LifecycleEvent
from virtapi.host import Call


class Wrong(Complete):
    def stop(self, call: Call, /) -> None:
        call.progress()  # D: call-unfit `Call.progress`


class Right(Complete):
    def stop(self, call: Call, /) -> None:
        call.cancelled()
