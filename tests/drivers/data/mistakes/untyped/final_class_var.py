from complete import Complete


class Wrong(Complete):
    BINDINGS = frozenset({"ovs"})  # D: override-type `BINDINGS`


class Right(Complete):
    BINDINGS = frozenset()
