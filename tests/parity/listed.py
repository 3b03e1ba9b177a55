"""The committed list of what griffe reports and we do not."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from tests.parity.matching import Answer

FILE = Path(__file__).parent / "unreported.toml"

Key = tuple[str, str, str]
"""Comparison, griffe's kind, and the path."""


def read_reasons(file: Path = FILE) -> dict[Key, str]:
    """The reason of each entry. Raises `ValueError` for one that stands there twice."""
    reasons: dict[Key, str] = {}
    for entry in tomllib.loads(file.read_text(encoding="utf-8")).get("unreported", ()):
        key = (entry["comparison"], entry["kind"], entry["path"])
        if key in reasons:
            raise ValueError(f"{file.name} has {' '.join(key)} twice")
        reasons[key] = entry["because"]
    return reasons


def unexplained(answers: Iterable[Answer], reasons: Mapping[Key, str]) -> list[str]:
    """What griffe reports, we do not, and no entry explains."""
    return [
        f"{' '.join(answer.key)}: griffe reports it and we do not"
        for answer in answers
        if not answer.findings and answer.key not in reasons
    ]


def stale(answers: Iterable[Answer], reasons: Mapping[Key, str], *, compared: Collection[str]) -> list[str]:
    """The entries about comparisons that were made, for which there is nothing left to explain."""
    needed = {answer.key for answer in answers if not answer.findings}
    return [f"{' '.join(key)}: nothing to explain" for key in reasons if key[0] in compared and key not in needed]
