from complete import Complete

from virtapi.events import CapabilitiesChanged


class Wrong(Complete):
    def start(self, call):
        self._host.emit(call, CapabilitiesChanged())  # D: call-unfit `CapabilitiesChanged` asks for `occurred`


class Right(Complete):
    def start(self, call):
        from datetime import datetime, timezone

        self._host.emit(call, CapabilitiesChanged(occurred=datetime.now(timezone.utc)))
