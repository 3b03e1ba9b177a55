from complete import Complete


class Wrong(Complete):
    def offers(self, capability):  # D: override-type `offers` is final in the release
        return True


class Right(Complete):
    def capabilities(self):
        return frozenset()
