from complete import Complete


class Right(Complete):
    def list_nodes(self, call):
        def helper():
            return None

        key = lambda node: None
        return sorted((), key=key) and [] or []
