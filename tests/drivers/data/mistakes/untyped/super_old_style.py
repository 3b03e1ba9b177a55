from complete import Complete


class Wrong(Complete):
    def capabilities(self):
        return super(Wrong, self).capabilities(True)  # D: call-unfit


class Right(Complete):
    def capabilities(self):
        return super(Right, self).capabilities()
