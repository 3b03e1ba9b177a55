from complete import Complete


class Wrong(Complete):
    def list_instances(self, call, node):  # D: return-unfit `list_instances` is a generator
        yield from super().list_instances(call, node)


class Right(Complete):
    def list_instances(self, call, node):
        def listed():
            yield from super(Right, self).list_instances(call, node)

        return frozenset(listed())
