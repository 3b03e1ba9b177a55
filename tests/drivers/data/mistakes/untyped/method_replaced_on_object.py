from complete import Complete


class Wrong(Complete):
    def start(self, call):
        self.stop = None  # D: override-type


class Right(Complete):
    def start(self, call):
        self._stop = None
