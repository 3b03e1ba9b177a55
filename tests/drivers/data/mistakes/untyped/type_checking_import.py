from typing import TYPE_CHECKING

from complete import Complete

if TYPE_CHECKING:
    from virtapi.objects.gone import Gone  # D: import-missing there is no module `virtapi.objects.gone`


class Wrong(Complete):
    def start(self, call: "Gone"):
        pass


class Right(Complete):
    pass
