from complete import Complete


class Wrong(Complete):
    def __init__(self, host, options):
        super().__init__(host)  # D: call-unfit


class Right(Complete):
    def __init__(self, host, options):
        super().__init__(host, options)
