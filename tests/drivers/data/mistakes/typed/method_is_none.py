from complete import Complete

from virtapi.host import Call


def _stopped(call: Call, /) -> None:
    pass


class Wrong(Complete):
    stop = None  # D: override-type `stop` is `None`


class Right(Complete):
    stop = staticmethod(_stopped)
