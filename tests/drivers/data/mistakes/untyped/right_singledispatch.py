import functools

from complete import Complete


class Right(Complete):
    @functools.lru_cache
    def list_nodes(self, call):
        return ()

    @functools.lru_cache(maxsize=None)
    def list_instances(self, call, node):
        return frozenset()
