from complete import Complete


class Wrong(Complete):
    def __init__(self, *, host, options):  # D: override-signature `__init__`
        super().__init__(host, options)


class Right(Complete):
    def __init__(self, host, options, connect=None):
        super().__init__(host, options)
