from complete import Complete


class Wrong(Complete):
    @classmethod
    def stop(cls):  # D: override-signature `stop` does not take `call`
        pass


class Right(Complete):
    @classmethod
    def stop(cls, call):
        pass
