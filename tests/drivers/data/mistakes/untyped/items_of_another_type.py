from complete import Complete


class Wrong(Complete):
    def list_nodes(self, call):
        return ["node"]  # D: return-unfit


class Right(Complete):
    def list_nodes(self, call):
        return [*super().list_nodes(call)]
