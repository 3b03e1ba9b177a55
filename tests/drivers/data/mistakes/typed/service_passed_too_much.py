from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    def start(self, call: Call, /) -> None:
        call.cancelled(recently=True)  # D: call-unfit `Call.cancelled` does not take `recently`


class Right(Complete):
    def start(self, call: Call, /) -> None:
        call.cancelled()
