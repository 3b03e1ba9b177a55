from complete import Complete


class Wrong(Complete):
    def capabilities(self):
        return ["pause"]  # D: return-unfit


class Right(Complete):
    def capabilities(self):
        return frozenset()
