from dataclasses import dataclass

from complete import Complete


@dataclass
class Wrong(Complete):  # D: override-signature `__init__`
    _size: int = 3


@dataclass(init=False)
class Right(Complete):
    _size: int = 3
