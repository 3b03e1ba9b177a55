from complete import Complete


class Wrong(Complete):
    FLAGS = frozenset({"vtpm"})  # D: override-type `FLAGS`


class Right(Complete):
    FLAGS = frozenset()
