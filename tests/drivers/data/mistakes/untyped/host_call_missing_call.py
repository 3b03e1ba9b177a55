from complete import Complete


class Wrong(Complete):
    def start(self, call):
        self._host.get_secret("x")  # D: call-unfit


class Right(Complete):
    def start(self, call):
        self._host.background.cancelled()
