from dataclasses import dataclass
from datetime import datetime

from complete import Complete

from virtapi.events import InstanceEvent
from virtapi.units import InstanceUuid


@dataclass(frozen=True, kw_only=True, slots=True)
class _Moved(InstanceEvent):
    where: str


class Wrong(Complete):
    def _moved(self, uuid: InstanceUuid, when: datetime) -> None:
        _Moved(instance=uuid, where="x")  # D: call-unfit `_Moved` asks for `occurred`


class Right(Complete):
    def _moved(self, uuid: InstanceUuid, when: datetime) -> None:
        _Moved(instance=uuid, occurred=when)
        _Moved(instance=uuid, occurred=when, where="x")
