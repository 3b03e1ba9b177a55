from complete import Complete


class Wrong(Complete):
    def start(self, call):
        self.connection = None  # D: name-collision `connection` is public

    def stop(self, call):
        self.connection = None


class Right(Complete):
    def start(self, call):
        self._connection = None
