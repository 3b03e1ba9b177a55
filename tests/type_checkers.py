"""The type checkers beside mypy, and what they say of files. Nothing of this repository configures them."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

Said = Sequence[tuple[int, str]]
"""The lines at which a checker finds an error, and what it says."""
Checker = Callable[[Sequence[Path], Sequence[Path], Path], Said]
"""What is checked, where modules are looked for, and a folder for what the checker needs."""


def run(tool: str, *arguments: str | Path, folder: Path, path: str = "") -> str:
    """What a tool says. Nothing of this repository configures it."""
    done = subprocess.run(
        [sys.executable, "-m", tool, *map(str, arguments)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def pyright(files: Sequence[Path], path: Sequence[Path], folder: Path) -> Said:
    configuration = {
        "include": [*map(str, files)],
        "extraPaths": [*map(str, path)],
        "typeCheckingMode": "strict",
        "reportUnnecessaryTypeIgnoreComment": True,
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(configuration))
    said = json.loads(run("basedpyright", "--pythonpath", sys.executable, "-p", folder, "--outputjson", folder=folder))
    assert said["summary"]["filesAnalyzed"] >= len(files)
    return [(each["range"]["start"]["line"] + 1, each["message"]) for each in said["generalDiagnostics"]]


def ty(files: Sequence[Path], path: Sequence[Path], folder: Path) -> Said:
    (folder / "ty.toml").write_text("")
    places = [part for each in path for part in ("--extra-search-path", each)]
    said = run(
        "ty", "check", "--config-file", folder / "ty.toml", "--python", sys.prefix, *places,
        "--output-format", "concise", *files, folder=folder,
    )  # fmt: skip
    return [(int(line), text) for line, text in re.findall(r"^.+?:(\d+):\d+: (.+)$", said, re.MULTILINE)]


def pyrefly(files: Sequence[Path], path: Sequence[Path], folder: Path) -> Said:
    (folder / "pyrefly.toml").write_text("")
    places = [part for each in path for part in ("--search-path", each)]
    said = run(
        "pyrefly", "check", "--config", folder / "pyrefly.toml", "--python-interpreter-path", sys.executable, *places,
        "--output-format", "json", *files, folder=folder,
    )  # fmt: skip
    return [(each["line"], each["description"]) for each in json.loads(said)["errors"]]


CHECKERS: dict[str, Checker] = {"basedpyright": pyright, "ty": ty, "pyrefly": pyrefly}
