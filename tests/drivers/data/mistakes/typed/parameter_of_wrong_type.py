from complete import Complete


class Wrong(Complete):
    def stop(self, call: str, /) -> None:  # D: override-type `stop` takes less
        pass


class Right(Complete):
    def stop(self, call: object, /) -> None:
        pass
