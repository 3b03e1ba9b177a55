"""Asks `virtapi driver` about a released driver beside a release of its host."""

import json
import subprocess
import sys
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from tests.replay.releases import Host
from tests.shared import REPOSITORY
from virtapi_analyzer.model.errors import SourceError


class Told(Enum):
    """What the command says of a method, the worst first."""

    BREAKING = "breaking"
    PERHAPS = "potentially-breaking"
    WRONG = "wrong object"
    DEAD = "dead"
    NOTHING = "-"


_RULES = {"override-dead": Told.DEAD, "override-misdirected": Told.WRONG}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the command says of one overriding method: `path` is the method's own, `words` the message."""

    path: str
    told: Told
    words: str

    @property
    def method(self) -> str:
        """The name of the method."""
        return self.path.rpartition(".")[2]


@cache
def ask(folder: Path, host: Host, *, calls: bool) -> tuple[Answer, ...]:
    """What is wrong with the overrides of a driver beside a host: with the host's calls, or by its declarations alone.

    Raises `SourceError` with what the command says where it could not look.
    """
    sources = [host.source, *([host.before] if host.before not in ("", host.source) else [])]
    command = [sys.executable, "-m", "virtapi_analyzer", "driver", str(folder), "--interface", "nova"]
    for source in sources:
        command += ["--against", source, *(["--host", source] if calls else [])]
    done = subprocess.run([*command, "--format", "json"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if not done.stdout:
        raise SourceError(done.stderr.strip() or f"virtapi driver ended with {done.returncode} and said nothing")
    content = json.loads(done.stdout)
    release = next(iter(content["verdict"]))
    return tuple(answers([each for each in content["diagnostics"] if each["release"] == release]))


def answers(diagnostics: "list[dict[str, str]]") -> "list[Answer]":
    """What diagnostics say of overriding methods; what they say of anything else is left out."""
    found = [(each, told) for each in diagnostics if (told := _told(each["rule"], each["severity"])) is not None]
    return [Answer(path=each["path"], told=told, words=each["message"]) for each, told in found]


def _told(rule: str, severity: str) -> Told | None:
    if rule == "override-signature":
        return Told.BREAKING if severity == "error" else Told.PERHAPS
    if rule == "override-misdirected" and severity != "error":
        return Told.PERHAPS
    return _RULES.get(rule)
