from complete import Complete


class Wrong(Complete):
    def start(self, call):
        print(self._host.name())  # D: use-unfit


class Right(Complete):
    def start(self, call):
        print(self._host.name)
