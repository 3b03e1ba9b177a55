from complete import Complete

from virtapi.events import AwaitedEvent, AwaitedKind


class Wrong(Complete):
    def start(self, call):
        self._host.emit(call, AwaitedEvent(kind=AwaitedKind.VIF_PLUGGED, tag=""))  # D: call-unfit takes `Event` as argument 2


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        events = frozenset({AwaitedEvent(kind=AwaitedKind.VIF_PLUGGED, tag="")})
        print(events)
