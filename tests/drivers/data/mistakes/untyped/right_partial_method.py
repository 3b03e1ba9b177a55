from functools import partialmethod

from complete import Complete


class Wrong(Complete):
    def _power(self, call, on):
        pass

    stop = partialmethod(_power, on=False)


class Right(Complete):
    def _power(self, call, on):
        pass

    stop = partialmethod(_power, on=False)
