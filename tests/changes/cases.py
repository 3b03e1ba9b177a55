"""Changes of the package `pkg`, and whom each breaks: what a person who reasons from substitution says of it.

They stand in `data/*.txt`, one after another:

    ## a method moves to a mixin
    driver fine, host fine
    -- stub
    class Driver: ...
    ++ stub
    class Driver: ...

`--` opens a file of the old version, `++` one of the new. `stub` is `pkg/__init__.pyi`, which finds the usual imports in
place; every other file holds all that it needs. A side is hurt as the worst that is told says; *silent* on both sides
means that nothing is told at all. What drivers implement is `pkg.Driver`, and what a decorator says.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.compare.texts import Sources, changes
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.policy.audiences import audiences

DATA = Path(__file__).parent / "data"
NEWEST_SYNTAX = (3, 13)
"""The Python that reads every case."""
WORDS = {Severity.BREAKING: "breaks", Severity.POTENTIALLY_BREAKING: "may break"}


@dataclass(frozen=True, slots=True)
class Case:
    """One change, and what it means for drivers and hosts, in one line."""

    name: str
    verdict: str
    old: Sources
    new: Sources

    @property
    def newer(self) -> bool:
        """Whether it is written as only a later Python than this one writes."""
        texts = [text for side in (self.old, self.new) for text in ([side] if isinstance(side, str) else side.values())]
        return sys.version_info < NEWEST_SYNTAX and not all(map(_is_read, texts))


def read_cases() -> Iterator[Case]:
    """Every case of every file."""
    for file in sorted(DATA.glob("*.txt")):
        for block in file.read_text(encoding="utf-8").split("\n## ")[1:]:
            name, verdict, *lines = block.split("\n")
            yield Case(name, verdict, _side("-- ", lines), _side("++ ", lines))


def _is_read(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def _side(sign: str, lines: list[str]) -> Sources:
    files: dict[str, str] = {}
    place = ""
    for line in lines:
        if line[:3] in ("-- ", "++ "):
            place = line[3:] if line.startswith(sign) else ""
            files |= {place: ""} if place else {}
        elif place:
            files[place] += f"{line}\n"
    return files.get("stub", files)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the analyzer makes of a case: the same line, and what it tells."""

    verdict: str
    told: tuple[str, ...]


def judged(case: Case) -> Judgement:
    """The worst for each side of all that is told."""
    found = changes(case.old, case.new, driver_interfaces=("pkg.Driver", "pkg.driver.Driver"))
    hurt = [audiences(change) for change in found]
    host, driver = (
        WORDS.get(max((each[side] for each in hurt), default=None), "fine" if hurt else "silent") for side in (0, 1)
    )
    told = tuple(
        f"{c.rule} {c.path}: {c.message} (driver {d}, host {h})" for c, (h, d) in zip(found, hurt, strict=True)
    )
    return Judgement(f"driver {driver}, host {host}", told)
