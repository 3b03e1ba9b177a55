from complete import Complete


class Wrong(Complete):
    def _halt(self):
        pass

    stop = _halt  # D: override-signature `stop` does not take `call`


class Right(Complete):
    def _halt(self, call):
        pass

    stop = _halt
