from complete import Complete


def _stop():
    pass


def _right(call):
    pass


class Wrong(Complete):
    stop = staticmethod(_stop)  # D: override-signature `stop` does not take `call`


class Right(Complete):
    stop = staticmethod(_right)
