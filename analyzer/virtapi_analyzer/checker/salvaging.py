"""A version of which mypy refuses a part: the rest of it, and what was refused.

Where mypy stops at a file, that file is taken for empty, so that what it defines leads nowhere. Where it finds a name
nowhere, that name stands for itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from virtapi_analyzer.checker.message import Message
from virtapi_analyzer.checker.nowhere import with_missing_names
from virtapi_analyzer.checker.world import CannotBuildError, Files, World, build


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """A version, built from `files`; `lost` says for each of them that is empty there why."""

    files: Files
    world: World
    lost: Mapping[str, Message]


def salvage(files: Files, cache: Path) -> Salvaged:
    """Build one version without the files at which mypy stops.

    Raises `CannotBuildError` where that is not for a file.
    """
    lost: dict[str, Message] = {}
    while True:
        try:
            return Salvaged(files=files, world=build(files, cache), lost=lost)
        except CannotBuildError as error:
            said = error.complaint
            if said is None or not files.get(said.file):
                raise
            lost[said.file] = said
            files = {**files, said.file: ""}


def naming(side: Salvaged, cache: Path) -> Salvaged:
    """The same, every name that mypy found nowhere standing for itself."""
    files = with_missing_names(side.files, side.world.modules, side.world.complaints)
    if files == side.files:
        return side
    try:
        return Salvaged(files=files, world=build(files, cache), lost=side.lost)
    except CannotBuildError:
        return side
