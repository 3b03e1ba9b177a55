from complete import Complete


class Wrong(Complete):
    @property
    def FLAGS(self):  # D: override-kind `FLAGS` is a property
        return frozenset()


class Right(Complete):
    FLAGS = frozenset()
