from typing import assert_never

from complete import Complete

from virtapi.objects.power import RebootKind


class Right(Complete):
    def _kind(self, kind: RebootKind) -> int:
        match kind:
            case RebootKind.SOFT:
                return 1
            case RebootKind.HARD:
                return 2
            case _:
                assert_never(kind)
