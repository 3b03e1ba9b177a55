import virtapi.host
from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    def _log(self, call: virtapi.host) -> None:  # D: message-untranslated Module "virtapi.host" is not valid as a type
        pass


class Right(Complete):
    def _log(self, call: Call) -> None:
        pass
