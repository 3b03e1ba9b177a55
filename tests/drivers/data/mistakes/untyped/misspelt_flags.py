from complete import Complete


class Wrong(Complete):
    FLAG = frozenset()  # D: override-misspelt `FLAG`


class Right(Complete):
    FLAGS = frozenset()
