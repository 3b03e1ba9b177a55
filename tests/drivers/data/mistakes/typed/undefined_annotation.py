from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    def stop(self, call: Cal, /) -> None:  # D: type-unresolved
        pass


class Right(Complete):
    def stop(self, call: "Call", /) -> None:
        pass
