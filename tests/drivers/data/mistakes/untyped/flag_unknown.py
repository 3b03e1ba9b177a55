from complete import Complete

from virtapi.flags import Capability


class Wrong(Complete):
    FLAGS = frozenset({Capability.TELEPORT})  # D: attribute-unknown `Capability` has no `TELEPORT`


class Right(Complete):
    FLAGS = frozenset({Capability.VTPM})
