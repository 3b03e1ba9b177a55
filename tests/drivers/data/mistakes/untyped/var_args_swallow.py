from complete import Complete


class Wrong(Complete):
    def spawn(self, *args):  # D: override-signature does not take `networks`
        pass


class Right(Complete):
    def spawn(self, *args, **kwargs):
        pass
