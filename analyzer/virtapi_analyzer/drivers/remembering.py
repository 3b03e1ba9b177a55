"""Keeps whole answers, so that a driver about which nothing changed is answered without looking at it."""

import hashlib
import json
import os
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from virtapi_analyzer.drivers.environment import Environment, fingerprint
from virtapi_analyzer.drivers.gathering import Gathered
from virtapi_analyzer.interface.cache import cache_folder, keep


def key(gathered: Gathered, environment: Environment, words: Iterable[str]) -> str:
    """What a report depends on: the driver's files, the environment, and whatever else (`words`), the tool included."""
    whole = hashlib.sha256()

    def add(word: str | bytes) -> None:
        content = word.encode() if isinstance(word, str) else word
        whole.update(len(content).to_bytes(8) + content)

    for word in (str(Path.cwd()), str(gathered.root), _tool(), *words):
        add(word)
    for path in gathered.around:
        add(str(path.exists()))
    files = [*gathered.files.items(), *([gathered.project] if gathered.project is not None else [])]
    for file, content in files:
        add(str(file))
        add(content)
    for line in fingerprint(environment):
        add(line)
    return whole.hexdigest()


def remembered(name: str) -> tuple[str, int] | None:
    """The answer that was kept under a key, and its exit status; None where there is none that can be read."""
    try:
        content = json.loads(_file(name).read_text(encoding="utf-8"))
        return content["text"], content["status"]
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember(name: str, text: str, status: int) -> None:
    """Keep an answer."""
    keep(_file(name), json.dumps({"text": text, "status": status}).encode())


def _file(name: str) -> Path:
    return cache_folder() / "driver" / "answers" / f"{name}.json"


def _tool() -> str:
    """The tool by the times of its files: cheaper to ask for than versions, and right while one is being worked on."""
    told = (file.stat() for file in tool())
    return " ".join(f"{each.st_mtime_ns} {each.st_size}" for each in told)


def tool() -> tuple[Path, ...]:
    """The files that change when this tool does, or what it works with."""
    home = Path(__file__).parents[1]
    own = [Path(current, name) for current, _, files in os.walk(home) for name in files if name.endswith(".py")]
    specs = [find_spec(name) for name in ("mypy", "griffe", "annotated_types")]
    others = [Path(spec.origin) for spec in specs if spec is not None and spec.origin is not None]
    versions = [version for file in others if (version := file.with_name("version.py")).is_file()]
    return (*sorted(own), *others, *versions)
