from complete import Complete

from virtapi.capabilities import Pausable


class Wrong(Complete, Pausable):  # D: capability-incomplete `Pausable` is inherited
    pass


class Right(Complete):
    pass
