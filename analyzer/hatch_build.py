"""Puts the released interfaces of `virtapi` into the wheel, so that a driver's repository needs nothing but the wheel.

The baselines stand in the repository beside `analyzer/`. A wheel built there takes them from there; a source archive
takes them along inside the package, where a wheel built from the archive finds them as ordinary files of the package.
An editable installation takes nothing: its code reads the repository's own.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSIDE = "virtapi_analyzer/baselines"
"""Where the code looks for them, relative to the root of the wheel and of the source archive."""


class BaselinesHook(BuildHookInterface[Any]):
    """Adds the baselines of the repository, where the build runs in the repository."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add every file of every release of `virtapi` alone: other interfaces have folders of their own."""
        repository = Path(self.root).parent
        # A source archive may be unpacked anywhere, also where some other folder `baselines` happens to be beside it.
        in_repository = (repository / "stubs" / "virtapi" / "pyproject.toml").is_file()
        if version == "editable" or not in_repository:
            return
        baselines = repository / "baselines"
        for release in sorted(baselines.glob("*/release.toml")):
            for file in sorted(release.parent.rglob("*")):
                if file.is_file() and "__pycache__" not in file.parts:
                    build_data["force_include"][str(file)] = f"{INSIDE}/{file.relative_to(baselines).as_posix()}"
