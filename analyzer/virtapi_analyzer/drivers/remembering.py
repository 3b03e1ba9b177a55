"""Keeps whole answers, so that a driver about which nothing changed is answered without looking at it."""

import hashlib
import json
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
    """The files of the tool and of mypy, by their times: cheaper to ask for than their versions, and right while either
    is being worked on."""
    home = Path(__file__).parents[1]
    rooms = ("checker", "drivers", "drivers/checks", "compare", "interface", "model", "reports", "use_cases")
    files = [file for room in rooms for file in sorted((home / room).glob("*.py"))]
    mypy = find_spec("mypy")
    files += [Path(mypy.origin).with_name("version.py")] if mypy is not None and mypy.origin is not None else []
    told = (file.stat() for file in files)
    return " ".join(f"{each.st_mtime_ns} {each.st_size}" for each in told)
