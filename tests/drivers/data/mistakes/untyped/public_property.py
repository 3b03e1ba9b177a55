from complete import Complete


class Wrong(Complete):
    @property
    def connection(self):  # D: name-collision `connection` is public
        return None


class Right(Complete):
    @property
    def _connection(self):
        return None
