from complete import Complete

from virtapi.host import Call


def _stopped() -> None:
    pass


def _right(call: Call, /) -> None:
    pass


class Wrong(Complete):
    stop = staticmethod(_stopped)  # D: override-signature


class Right(Complete):
    stop = staticmethod(_right)
