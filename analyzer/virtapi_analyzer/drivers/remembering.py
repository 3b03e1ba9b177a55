"""What an answer on a driver depends on, so that a driver about which nothing changed is answered without looking."""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import astuple
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from virtapi_analyzer.drivers.environment import Environment, fingerprint
from virtapi_analyzer.drivers.gathering import Gathered
from virtapi_analyzer.interface.answers import digest

if TYPE_CHECKING:
    from virtapi_analyzer.drivers.looking import Asked, Sight


def key(gathered: Gathered, environment: Environment, words: Iterable[str]) -> str:
    """What a report depends on: the driver's files, the environment, and whatever else (`words`), the tool included."""
    files = [*gathered.files.items(), *([gathered.project] if gathered.project is not None else [])]
    return digest(
        [
            *(str(Path.cwd()), str(gathered.root), _tool(), *words),
            *(str(path.exists()) for path in gathered.around),
            *(word for file, content in files for word in (str(file), content)),
            *fingerprint(environment),
        ]
    )


def key_of_sights(words: Iterable[str], asked: "Asked", sights: "Iterable[Sight]") -> str:
    """What a judgement depends on: what the type checker gave, where things stand in the source, and the `words`.

    Equal for a driver that was edited in nothing that shows.
    """
    from virtapi_analyzer.drivers.sketches import written

    modules = [
        [
            name,
            str(module.file),
            written(module.sketch),
            sorted((line, sorted(codes)) for line, codes in copy.ignored.items()),
            copy.everywhere,
        ]
        for name, module in asked.source.modules.items()
        for copy in (asked.copies[name],)
    ]
    seen = [
        [
            [astuple(message) for message in sight.messages],
            sight.classes.defined,
            sight.classes.names,
            sight.classes.classes,
        ]
        for sight in sights
    ]
    place = [str(Path.cwd()), str(asked.source.root), _tool(), *words, *asked.source.named]
    return hashlib.sha256(json.dumps([place, modules, seen]).encode()).hexdigest()


@cache
def _tool() -> str:
    """The tool by the times of its files: cheaper to ask for than versions, and right while one is being worked on."""
    told = (file.stat() for file in tool())
    return " ".join(f"{each.st_mtime_ns} {each.st_size}" for each in told)


@cache
def tool() -> tuple[Path, ...]:
    """The files that change when this tool does, or what it works with."""
    home = Path(__file__).parents[1]
    own = [
        os.path.join(current, name)
        for current, _, files in os.walk(home)
        if not current.endswith((f"{os.sep}rules", f"{os.sep}__pycache__"))  # no rule speaks of a driver
        for name in files
        if name.endswith(".py")
    ]
    specs = [find_spec(name) for name in ("mypy", "griffe", "annotated_types")]
    others = [Path(spec.origin) for spec in specs if spec is not None and spec.origin is not None]
    versions = [version for file in others if (version := file.with_name("version.py")).is_file()]
    return (*map(Path, sorted(own)), *others, *versions)
