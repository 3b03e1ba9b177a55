from complete import Complete


def _stop(self):
    pass


def _stop_right(self, call):
    pass


class Wrong(Complete):
    stop = _stop  # D: override-signature `stop` does not take `call`


class Right(Complete):
    stop = _stop_right
