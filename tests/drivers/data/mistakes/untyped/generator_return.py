from complete import Complete


class Wrong(Complete):
    def list_nodes(self, call):  # D: return-unfit `list_nodes` is a generator
        yield from ()


class Right(Complete):
    def list_nodes(self, call):
        return list(self._nodes())

    def _nodes(self):
        yield from ()
