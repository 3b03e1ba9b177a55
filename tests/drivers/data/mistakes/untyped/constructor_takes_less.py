from complete import Complete


class Wrong(Complete):
    def __init__(self, host):  # D: override-signature `__init__` does not take `options`
        self._host = host


class Right(Complete):
    def __init__(self, host, options, patience=3):
        super().__init__(host, options)
        self._patience = patience
