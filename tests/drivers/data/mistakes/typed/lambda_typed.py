from complete import Complete


class Wrong(Complete):
    stop = lambda self: None  # D: override-signature `stop` does not take `call`


class Right(Complete):
    stop = lambda self, call: None
