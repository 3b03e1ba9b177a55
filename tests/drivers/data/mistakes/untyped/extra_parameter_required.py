from complete import Complete


class Wrong(Complete):
    def get_resources(self, call, node, refresh):  # D: override-signature asks for `refresh`
        raise NotImplementedError


class Right(Complete):
    def get_resources(self, call, node, refresh=False):
        raise NotImplementedError
