from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    def stop(self, call: Call, /) -> None:
        self._host.emit(call, "stopped")  # D: call-unfit `HostServices.emit` takes `Event` as argument 2, and is passed `str`


class Right(Complete):
    def stop(self, call: Call, /) -> None:
        call.cancelled()
