from complete import Complete


class Wrong(Complete):
    def stop(self, **kwargs):  # D: override-signature `stop` does not take `call`
        pass


class Right(Complete):
    def stop(self, *args, **kwargs):
        pass
