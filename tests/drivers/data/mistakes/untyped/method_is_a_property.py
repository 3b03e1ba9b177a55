from complete import Complete


class Wrong(Complete):
    @property
    def capabilities(self):  # D: override-kind `capabilities` is a property
        return frozenset()


class Right(Complete):
    def capabilities(self):
        return frozenset()
