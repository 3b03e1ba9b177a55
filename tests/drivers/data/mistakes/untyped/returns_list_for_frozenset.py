from complete import Complete


class Wrong(Complete):
    def list_instances(self, call, node):
        return ["a"]  # D: return-unfit `list_instances` returns


class Right(Complete):
    def list_instances(self, call, node):
        return frozenset()
