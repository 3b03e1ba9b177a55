"""The cases: pairs of a small package, one change each, and what is known of it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGE = "pkg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One change with its truth.

    `contested` says why engineers could disagree, and is empty where they would not. `implements` are the classes that
    drivers implement; `old` and `new` the folders that hold the two versions of the package.
    """

    id: str
    category: str
    description: str
    breaks_drivers: bool
    breaks_hosts: bool
    contested: str
    needs_types: bool
    implements: tuple[str, ...]
    old: Path
    new: Path

    @property
    def harmless(self) -> bool:
        """Whether it breaks nobody."""
        return not (self.breaks_drivers or self.breaks_hosts)


def read_cases(folder: Path) -> tuple[Case, ...]:
    """Every case of a folder, by id."""
    return tuple(_case(file) for file in sorted(folder.glob("*/case.json")))


def _case(file: Path) -> Case:
    said: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return Case(
        id=said["id"],
        category=said["category"],
        description=said["description"],
        breaks_drivers=said["breaks_implementer"],
        breaks_hosts=said["breaks_caller"],
        contested=said["contested"],
        needs_types=said["needs_types"],
        implements=tuple(said["implements"]),
        old=file.parent / "old",
        new=file.parent / "new",
    )
