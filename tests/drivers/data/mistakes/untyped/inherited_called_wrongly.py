from complete import Complete


class Wrong(Complete):
    def start(self, call):
        self.instance_exists(call)  # D: call-unfit


class Right(Complete):
    def start(self, call):
        self.capabilities()
