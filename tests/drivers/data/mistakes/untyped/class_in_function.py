from complete import Complete


def make():
    class Wrong(Complete):
        def stop(self):  # D: override-signature `stop` does not take `call`
            pass

    return Wrong


class Right(Complete):
    pass
