from typing_extensions import override

from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    @override
    def plug_everything(self, call: Call, /) -> None:  # D: override-dead overrides nothing in 2026.1, and says `@override`
        pass


class Right(Complete):
    @override
    def start(self, call: Call, /) -> None:
        pass
