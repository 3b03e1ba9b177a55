from complete import Complete


def _stopped(call):
    pass


class Wrong(Complete):
    stop = None  # D: override-type `stop` is `None`


class Right(Complete):
    stop = staticmethod(_stopped)
