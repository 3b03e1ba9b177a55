from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    def start(self, call: Call, /) -> None:
        self._host.telephone(call)  # D: attribute-unknown `HostServices` has no `telephone`


class Right(Complete):
    def start(self, call: Call, /) -> None:
        print(self._host.name)
