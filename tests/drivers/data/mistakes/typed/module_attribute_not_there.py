from complete import Complete

from virtapi import exceptions
from virtapi.host import Call


class Wrong(Complete):
    def stop(self, call: Call, /) -> None:
        try:
            super().stop(call)
        except exceptions.InstanceEvaporated:  # D: import-missing the module has no `InstanceEvaporated`
            pass


class Right(Complete):
    def stop(self, call: Call, /) -> None:
        try:
            super().stop(call)
        except exceptions.InstanceNotFound:
            pass
