from complete import Complete


class Outer:
    class Wrong(Complete):
        def stop(self):  # D: override-signature `stop` does not take `call`
            pass

    class Right(Complete):
        def stop(self, call):
            pass
