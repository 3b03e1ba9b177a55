from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    @staticmethod
    def stop(self: Complete, call: Call, /) -> None:  # D: override-signature `stop` asks for `call`, which is not passed
        pass


class Right(Complete):
    @staticmethod
    def stop(call: Call, /) -> None:
        pass
