from complete import Complete


class Wrong(Complete):
    def __init__(self, host, options):
        super().__init__(host, options)
        self._name = host.hostname  # D: attribute-unknown `HostServices` has no `hostname`


class Right(Complete):
    def __init__(self, host, options):
        super().__init__(host, options)
        self._name = host.name
