from complete import Complete


class Wrong(Complete):
    def stop(self, call):
        super().halt(call)  # D: super-unfit `super().halt` is not there


class Right(Complete):
    def stop(self, call):
        super().stop(call)
