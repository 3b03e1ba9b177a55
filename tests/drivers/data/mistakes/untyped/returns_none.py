from complete import Complete


class Wrong(Complete):
    def list_nodes(self, call):
        return None  # D: return-unfit `list_nodes` returns `None`


class Right(Complete):
    def list_nodes(self, call):
        return []
