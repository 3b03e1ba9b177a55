from complete import Complete


class Wrong(Complete):
    @property
    def start(self):  # D: override-kind `start` is a property
        return lambda call: None


class Right(Complete):
    @property
    def _start(self):
        return None
