from complete import Complete

from virtapi.capabilities import Pausable


class Wrong(Complete, Pausable):  # D: capability-incomplete `Pausable` is inherited, and `pause` and `unpause`
    pass


class Right(Complete):
    pass
