from complete import Complete


class Wrong(Complete):
    def start(self, call):
        self.stop()  # D: call-unfit


class Right(Complete):
    def start(self, call):
        self.stop(call)
