"""Two releases that are made of today's package, to try what hosts and drivers of different releases do together.

The first, `MORE`, adds and supersedes: fields, a class, members, a method. The second, `LESS`, has no more what the first
superseded.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from virtapi._history import RELEASE
from virtapi_analyzer.runtime import Past, produce, read_package

__all__ = ["LESS", "MORE", "RELEASE", "Say", "speaker"]

MORE, LESS = "9998.1", "9999.1"
"""The release after today's, and the one after that."""
Say = Callable[..., str]
"""What a program prints that runs with the package of a release."""

_HEAD = """
from dataclasses import replace
from tests.memory_driver.given import a_flavor, a_share, a_vif
from virtapi.objects.flavor import Flavor
from virtapi.objects.network import *
from virtapi.objects.power import *
from virtapi.objects.share import *
from virtapi.wire import WireError, from_wire, to_wire
"""
_FIELDS = f"""\
    colour: Annotated[str, Since("{MORE}")] = "grey"
    tenure: Annotated[str, Since("{MORE}", essential=True)] = "free"
    extra: Annotated[Mapping[str, str], Superseded(by=None, since="{MORE}")] = field(default_factory=dict[str, str])"""
_KIND = f"""\
@since("{MORE}")
@dataclass(frozen=True, slots=True, kw_only=True)
class SmbExport(ShareExport):
    \"\"\"Through SMB.\"\"\"

    server: str
    \"\"\"The server.\"\"\"

"""
_CONDITION = f"""\
@since("{MORE}")
class Condition(Enum):
    \"\"\"What a guest does.\"\"\"

    RUNNING = "running"
    PAUSED = "paused"
    SHUT_DOWN = "shut-down"
    SUSPENDED = "suspended"
    CRASHED = "crashed"
    UNKNOWN = "unknown"

"""
_PAIR = f"""\
    condition: Annotated[Condition, Since("{MORE}")] = converted()
    \"\"\"What the guest does at the moment.\"\"\"
    state: Annotated[PowerState, Superseded(by="condition", since="{MORE}")] = converted()"""
_FREEZE = f"""\
    @since("{MORE}")
    @raises(InstanceNotFound, InvalidPowerState)
    def freeze(self, call: Call, instance: Instance, /) -> bool:
        \"\"\"Stop a guest's processors and keep its memory.\"\"\"

    @superseded(by="freeze", since="{MORE}")
    @deprecated("use freeze")
    @raises(InstanceNotFound, InvalidPowerState)
    def pause("""
_FALLBACKS = """
@fallback_for("Pausable.freeze")
def freeze(driver, call, instance, /):
    driver.pause(call, instance)
    return True

@fallback_for("Pausable.pause")
def pause(driver, call, instance, /):
    driver.freeze(call, instance)

@fallback_for("InstanceInfo.condition")
def condition(state, /):
    from virtapi.objects.power import Condition
    return Condition(state.value)

@fallback_for("InstanceInfo.state")
def state(condition, /):
    from virtapi.objects.power import PowerState
    return PowerState(condition.value)
"""
_WORDS = "from virtapi.contract import fallback_for\n"
_ABSTRACT = "    @abstractmethod\n    @raises(InstanceNotFound, InvalidPowerState)\n    def "


def speaker(repository: Path, folder: Path) -> Say:
    """What runs a program with the package of a release, in a process of its own, and gives what it prints.

    The program is an expression, whose value is printed, or what stands before it and an expression.
    """
    today = read_package(repository / "stubs" / "virtapi" / "virtapi")
    more = _more(today)
    places = {RELEASE: repository / "stubs" / "virtapi"}
    for release, texts, earlier in (
        (MORE, more, {RELEASE: today}),
        (LESS, _less(more), {RELEASE: today, MORE: more}),
    ):
        places[release] = folder / release
        for file, text in {**texts, **produce(texts, past=Past(release=release, earlier=earlier))}.items():
            path = places[release] / "virtapi" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def say(release: str, expression: str, before: str = "") -> str:
        path = os.pathsep.join(map(str, (places[release], repository)))
        spoken = f"try:\n    print({expression})\nexcept Exception as error:\n    print(type(error).__name__, error)\n"
        done = subprocess.run(
            [sys.executable, "-c", _HEAD + before + "\n" + spoken],
            env=os.environ | {"PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.rstrip("\n")

    return say


def _more(texts: Mapping[str, str]) -> dict[str, str]:
    nfs = "@dataclass(frozen=True, slots=True, kw_only=True)\nclass NfsExport("
    info = "@dataclass(frozen=True, slots=True, kw_only=True)\nclass InstanceInfo"
    words = "from virtapi.contract import Since, Superseded, open_base, since"
    extra = "    extra: Mapping[str, str] = field(default_factory=dict[str, str])"
    member = '    DIRECT = "direct"'
    return _edited(
        texts,
        ("objects/flavor.pyi", "from virtapi.units", f"{words}\nfrom virtapi.units"),
        ("objects/flavor.pyi", extra, _FIELDS),
        ("objects/share.pyi", "from virtapi.contract import open_base", words),
        ("objects/share.pyi", nfs, _KIND + nfs),
        ("objects/share.pyi", '"Share", ', '"Share", "SmbExport", '),
        (
            "objects/power.pyi",
            "from enum import Enum",
            f"from enum import Enum\nfrom typing import Annotated\n\n{words}",
        ),
        ("objects/power.pyi", "from virtapi.contract", "from virtapi.values import converted\nfrom virtapi.contract"),
        ("objects/network.pyi", "from virtapi.contract import", "from virtapi.contract import since_members,"),
        ("objects/network.pyi", "class InterfaceKind(", f'@since_members(MOVING="{MORE}")\nclass InterfaceKind('),
        ("objects/network.pyi", member, f'    MOVING = "moving"\n    """It moves."""\n{member}'),
        ("objects/power.pyi", info, _CONDITION + info),
        ("objects/power.pyi", '["InstanceInfo"', '["Condition", "InstanceInfo"'),
        ("objects/power.pyi", "    state: PowerState", _PAIR),
        ("capabilities/power.pyi", f"{_ABSTRACT}pause(", _FREEZE),
        (
            "capabilities/power.pyi",
            "from virtapi.contract import",
            "from typing_extensions import deprecated\nfrom virtapi.contract import since, superseded,",
        ),
        ("fallbacks.py", _WORDS, f"{_WORDS}{_FALLBACKS}"),
    )


def _less(texts: Mapping[str, str]) -> dict[str, str]:
    extra = _from(texts["objects/flavor.pyi"], "    extra: ", "")
    pair = _from(texts["objects/power.pyi"], _PAIR, "    hypervisor_id")
    pause = _from(texts["capabilities/power.pyi"], _FREEZE, "    @abstractmethod")
    now = f'    condition: Annotated[Condition, Since("{MORE}")]\n    """What the guest does at the moment."""\n'
    freeze = f'{_ABSTRACT}freeze(self, call: Call, instance: Instance, /) -> bool:\n        """Stop it."""\n\n'
    return _edited(
        texts,
        ("objects/flavor.pyi", extra, ""),
        ("objects/power.pyi", pair, now),
        ("capabilities/power.pyi", pause, freeze),
        ("fallbacks.py", _FALLBACKS, ""),
    )


def _edited(texts: Mapping[str, str], *edits: tuple[str, str, str]) -> dict[str, str]:
    made = dict(texts)
    for file, old, new in edits:
        assert old in made[file], f"{file} has no {old}"
        made[file] = made[file].replace(old, new, 1)
    return made


def _from(text: str, start: str, end: str) -> str:
    """The part of a text from one place to the next, or to its end."""
    rest = text[text.index(start) :]
    return rest[: rest.index(end, len(start))] if end else rest
