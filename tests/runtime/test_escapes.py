"""A fallback keeps to what its method declares, whatever it calls, raises and catches."""

import pytest

from virtapi_analyzer.model.errors import ReadingError
from virtapi_analyzer.runtime import produce

ERRORS = """
from p.contract import implicit

class Error(Exception):
    ...
class Gone(Error):
    ...
class Busy(Error):
    ...
class VeryBusy(Busy):
    ...
@implicit
class Down(Error):
    ...
"""
STUB = """
from abc import ABC, abstractmethod
from p.contract import raises, superseded
from p.errors import Busy, Gone, VeryBusy

class Driver(ABC):
    @raises({declared})
    def halt(self, hard: bool) -> None:
        ...
    @superseded(by="halt", since="2.1")
    @raises(Gone, VeryBusy)
    def stop(self) -> None:
        ...
"""
FALLBACKS = """
from p.contract import fallback_for

@fallback_for("Driver.stop")
def stop(driver, /):
    driver.halt(False)

@fallback_for("Driver.halt")
def halt(driver, hard, /):
    from p.errors import Busy, Down, Error, Gone, VeryBusy
"""


def produced(body: str, declared: str) -> str:
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    texts = {"errors.pyi": ERRORS, "a.pyi": STUB.format(declared=declared), "fallbacks.py": FALLBACKS + lines}
    return produce(texts, package="p")["a.py"]


TRY = "try:\n    driver.stop()\nexcept {}:\n    {}"


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        ("driver.stop()", "Gone, VeryBusy"),
        (TRY.format("VeryBusy", "pass"), "Gone"),
        (TRY.format("Busy as error", "raise Gone() from error"), "Gone"),
        (TRY.format("(Gone, Busy)", "pass"), ""),
        (TRY.format("Exception", "pass"), ""),
        (TRY.format("Error", "raise Down()"), ""),
        (TRY.format("Gone", "raise"), "Gone, VeryBusy"),
        ("def later():\n    raise Gone()", ""),
    ],
)
def test_what_is_declared_or_caught_may_be_let_out(body: str, declared: str) -> None:
    assert "fallbacks.halt(self, hard" in produced(body, declared)


@pytest.mark.parametrize(
    ("body", "declared", "line", "said"),
    [
        (
            "driver.stop()",
            "Gone",
            0,
            "halt may let out VeryBusy, which Driver.halt does not declare: catch or declare",
        ),
        ("driver.stop()", "", 0, "halt may let out Gone and VeryBusy, which"),
        ("raise Gone()", "", 0, "halt may let out Gone, which"),
        ("for each in (1, 2):\n    if each:\n        driver.stop()", "Gone", 2, "halt may let out VeryBusy, which"),
        (TRY.format("VeryBusy", "raise"), "Gone", 3, "halt may let out VeryBusy, which"),
        (TRY.format("Gone", "raise Busy()"), "Gone, VeryBusy", 3, "halt may let out Busy, which"),
        (f"{TRY.format('Error', 'pass')}\nelse:\n    driver.stop()", "Gone", 5, "halt may let out VeryBusy, which"),
        ("print(driver.stop())", "VeryBusy", 0, "halt may let out Gone, which"),
    ],
)
def test_what_is_neither_is_refused_where_it_escapes(body: str, declared: str, line: int, said: str) -> None:
    """`line` is counted from the body's first."""
    with pytest.raises(ReadingError) as raised:
        produced(body, declared)
    assert str(raised.value).startswith(f"fallbacks.py:{line + 11}: {said}")


def test_both_directions_are_looked_at() -> None:
    with pytest.raises(ReadingError, match=r"^fallbacks\.py:6: stop may let out Busy, which Driver\.stop does not"):
        produced("driver.stop()", "Busy, Gone")
