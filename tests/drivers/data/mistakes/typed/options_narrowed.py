from dataclasses import dataclass
from typing import ClassVar

from complete import Complete

from virtapi.driver import DriverOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class _Options(DriverOptions):
    uri: str = ""


class Wrong(Complete):
    OPTIONS: ClassVar[type[str]] = str  # D: override-type `OPTIONS` is


class Right(Complete):
    OPTIONS: ClassVar[type[_Options]] = _Options
