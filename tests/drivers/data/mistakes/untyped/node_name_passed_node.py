from complete import Complete


class Wrong(Complete):
    def list_nodes(self, call):
        for node in super().list_nodes(call):
            self.get_resources(call, node)  # D: call-unfit
        return ()


class Right(Complete):
    def list_nodes(self, call):
        for node in super().list_nodes(call):
            self.get_resources(call, node.name)
        return ()
