from complete import Complete

try:
    from virtapi.capabilities import Teleportable  # D: import-missing no `Teleportable`
except ImportError:
    Teleportable = object


class Wrong(Complete, Teleportable):
    pass


class Right(Complete):
    pass
