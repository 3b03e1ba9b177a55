from complete import Complete


class Wrong(Complete):
    @staticmethod
    def list_instances(call):  # D: override-signature `list_instances` does not take `node`
        return frozenset()


class Right(Complete):
    @staticmethod
    def list_instances(call, node):
        return frozenset()
