"""The rows of the record: which overriding methods of a released driver took what its host called, and which did not."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Result(Enum):
    """What became of an overriding method."""

    BREAK = "break"
    BINDS = "differs-but-binds"
    DEAD = "dead-override"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One method of one driver beside one release of its host. `ref` is where the record took the driver from, `errors`
    are what Python said of the calls."""

    driver: str
    ref: str
    host: str
    method: str
    result: Result
    signature: str
    errors: tuple[str, ...] = ()

    @property
    def meeting(self) -> tuple[str, str, str]:
        """The driver and the release of the host that it meets."""
        return self.driver, self.ref, self.host


def read_rows(lines: Iterable[str]) -> tuple[Row, ...]:
    """The rows of a record, one JSON object a line."""
    return tuple(_row(json.loads(line)) for line in lines if line.strip())


def _row(fact: "dict[str, object]") -> Row:
    errors = fact["errors"]
    return Row(
        driver=str(fact["repo"]),
        ref=str(fact["ref"]),
        host=str(fact["nova_tag"]),
        method=str(fact["method"]),
        result=Result(fact["result"]),
        signature=str(fact["driver_signature"]),
        errors=tuple(map(str, errors)) if isinstance(errors, list) else (),
    )
