from complete import Complete


class Wrong(Complete):
    def _plan(self, call):
        super()._plan(call)  # D: super-unfit `super()._plan` is not there


class Right(Complete):
    def capabilities(self):
        return super().capabilities()
