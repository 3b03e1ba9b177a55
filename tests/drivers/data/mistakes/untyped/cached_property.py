from functools import cached_property

from complete import Complete


class Wrong(Complete):
    @cached_property
    def list_nodes(self):  # D: override-kind `list_nodes` is a property
        return ()


class Right(Complete):
    @cached_property
    def _nodes(self):
        return ()
