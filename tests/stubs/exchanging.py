"""A host of one release that hands objects to one of another: run with the package of its release.

`make TARGET` builds objects of every kind and writes them for another release; `pass TARGET` reads what another one has
made, and writes it back; `check OTHER` says what of that is another object than was made. Each line is a JSON object.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.stubs.kinds import objects, teach_hypothesis
from virtapi._history import RELEASE
from virtapi._releases import order_of
from virtapi.wire import NotInRelease, UnsupportedRelease, from_wire, to_wire

EXAMPLES = 8
"""How many of each kind."""
KINDS = {each.__name__: each for each in objects()}


def make(target: str) -> Iterator[dict[str, str]]:
    for name, kind in KINDS.items():
        for made in some(kind):
            line = {"kind": name, "own": to_wire(made)}
            try:
                yield line | {"text": to_wire(made, target=target)}
            except (NotInRelease, UnsupportedRelease) as error:
                yield line | {"refused": f"{type(error).__name__} {error}"}


def some(kind: type[Any]) -> list[Any]:
    found: list[Any] = []

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.builds(kind))
    def keep(made: Any) -> None:
        found.append(made)

    keep()
    return found


def hand_back(target: str) -> Iterator[dict[str, str]]:
    for line in map(json.loads, sys.stdin):
        if "text" in line:
            try:
                read: Any = from_wire(line["text"], KINDS[line["kind"]])
                line["back"] = to_wire(read, target=target)
            except UnsupportedRelease as error:
                line["refused"] = f"{type(error).__name__} {error}"
        yield line


def check(other: str) -> Iterator[dict[str, str]]:
    """What differs from what was made, in what the older of both releases knows."""
    older = min(RELEASE, other, key=order_of)
    for line in map(json.loads, sys.stdin):
        if "back" in line:
            kind = KINDS[line["kind"]]
            made, back = from_wire(line["own"], kind), from_wire(line["back"], kind)
            same = back == made if older == RELEASE else to_wire(back, target=older) == to_wire(made, target=older)
            if not same:
                yield line


if __name__ == "__main__":
    _, what, release = sys.argv
    teach_hypothesis()
    for each in {"make": make, "pass": hand_back, "check": check}[what](release):
        print(json.dumps(each))
