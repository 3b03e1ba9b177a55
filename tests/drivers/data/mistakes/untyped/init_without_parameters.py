from complete import Complete


class Wrong(Complete):
    def __init__(self):  # D: override-signature `__init__` does not take
        pass


class Right(Complete):
    def __init__(self, *args):
        super().__init__(*args)
