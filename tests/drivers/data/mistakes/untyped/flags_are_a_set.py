from complete import Complete

from virtapi.flags import Capability


class Wrong(Complete):
    FLAGS = {Capability.PAUSE}  # D: override-type `FLAGS` is `set[Capability]`: the release says `frozenset[Capability]`


class Right(Complete):
    FLAGS = frozenset({Capability.PAUSE})
