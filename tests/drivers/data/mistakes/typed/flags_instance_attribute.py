from typing import ClassVar

from complete import Complete

from virtapi.flags import Capability


class Wrong(Complete):
    FLAGS: frozenset[Capability] = frozenset()  # D: override-type


class Right(Complete):
    FLAGS: ClassVar[frozenset[Capability]] = frozenset()
