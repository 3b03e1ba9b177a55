from complete import Complete


class Wrong(Complete):
    def stop(self, now, call, /):  # D: override-signature
        pass


class Right(Complete):
    def stop(self, call, now=False, /, *args, **kwargs):
        pass
